import { documentPath } from '#lib/documents/document-link.ts';
import { tooManyRequests } from '#lib/page/too-many-requests.tsx';
import { readVisit } from '#lib/page/visit.ts';
import { rateLimitHeaders } from '#lib/rate-limit/rate-limit-headers.ts';
import type { Decision } from '#lib/rate-limit/rate-limiter.ts';
import { currentRequest, noteOutcome } from '#lib/request/request-context.ts';
import { wiring } from '#lib/wiring.ts';
import { limitedSubjects, readAttempt } from './limited-subjects.ts';

/** What the limits say of a request: the answer that refuses it, or what its answer will tell of them. */
export type LimitVerdict =
  { readonly refusal: Response } | { readonly headers: Readonly<Record<string, string>> };

/** Counts a request against the limits that it falls under, in one trip to their store. */
export async function checkLimits(request: Request): Promise<LimitVerdict> {
  const { rateLimiter, exemptAddresses } = wiring();
  const clientAddress = currentRequest()?.clientAddress ?? '';
  const url = new URL(request.url);
  const attempt = readAttempt(request.method, url);
  const limits = limitedSubjects(url.pathname, clientAddress, attempt);
  if (limits.length === 0 || exemptAddresses.includes(clientAddress)) return { headers: {} };

  const decisions = await Promise.all(
    limits.map(({ policy, action, subject }) => rateLimiter[action](policy, subject)),
  );
  const headers = rateLimitHeaders(decisions);
  if (decisions.every(({ allowed }) => allowed)) return { headers };
  const formUrl = attempt === null ? undefined : documentPath(attempt, 'confirm-email-address');
  return { refusal: refuse(request, decisions, headers, formUrl) };
}

function refuse(
  request: Request,
  decisions: readonly Decision[],
  headers: Readonly<Record<string, string>>,
  formUrl: string | undefined,
): Response {
  noteOutcome('limited');
  const waits = decisions.filter(({ allowed }) => !allowed).map((one) => one.resetSeconds);
  const page = tooManyRequests(readVisit(request).view, Math.max(...waits), formUrl);
  for (const [name, value] of Object.entries(headers)) page.headers.set(name, value);
  return page;
}
