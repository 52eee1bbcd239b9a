import type { Decision } from './rate-limiter.ts';

/**
 * What an answer says about the limits that it fell under, for programs that are polite:
 * `RateLimit-Policy`, `RateLimit` and, when one of them refused, `Retry-After`.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ (versions 08 to 11)
 */
export function rateLimitHeaders(decisions: readonly Decision[]): Record<string, string> {
  if (decisions.length === 0) return {};
  const refusals = decisions.filter(({ allowed }) => !allowed);
  return {
    'RateLimit-Policy': decisions.map(policyItem).join(', '),
    RateLimit: decisions.map(limitItem).join(', '),
    ...(refusals.length > 0 && { 'Retry-After': String(retryAfterSeconds(refusals)) }),
  };
}

function policyItem({ policy: { name, points, seconds } }: Decision): string {
  return `"${name}";q=${points};w=${seconds}`;
}

function limitItem({ policy, remaining, resetSeconds }: Decision): string {
  return `"${policy.name}";r=${remaining};t=${resetSeconds}`;
}

/** When all of the refused limits will let the visitor in again. */
function retryAfterSeconds(refusals: readonly Decision[]): number {
  return Math.max(...refusals.map(({ resetSeconds }) => resetSeconds));
}
