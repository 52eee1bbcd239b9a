import { limitedSubjects } from '#lib/checks/limited-subjects.ts';
import type { LinkReport } from '#lib/link-check/link-report.ts';
import { wiring } from '#lib/wiring.ts';

/** Whether a limit holds a citizen off just now, and how long; `not-asked` without their address. */
export type HoldingLimit = 'not-asked' | 'none' | { readonly retryAfterSeconds: number };

/** Looks at the limits that a citizen's visit would fall under, without counting as one. */
export async function findHoldingLimit(
  clientAddress: string,
  place: LinkReport['place'],
): Promise<HoldingLimit> {
  const { rateLimiter, exemptAddresses } = wiring();
  if (exemptAddresses.includes(clientAddress)) return 'none';
  const limits = limitedSubjects(ANY_DOCUMENT_PAGE, clientAddress, place);
  const decisions = await Promise.all(
    limits.map(({ policy, subject }) => rateLimiter.inspect(policy, subject)),
  );
  const waits = decisions.filter(({ allowed }) => !allowed).map((one) => one.resetSeconds);
  return waits.length === 0 ? 'none' : { retryAfterSeconds: Math.max(...waits) };
}

const ANY_DOCUMENT_PAGE = '/d/';
