import { redirect } from '#lib/page/redirect.ts';
import type { Visit } from '#lib/page/visit.ts';
import { currentRequest } from '#lib/request/request-context.ts';
import { addressGroup } from '#lib/security/ip-address.ts';
import type { SignIn } from '#lib/staff/staff-sessions.ts';
import { STAFF_COOKIE, STAFF_PATH } from '#lib/staff/staff-sessions.ts';
import { wiring } from '#lib/wiring.ts';
import { askToSignIn, tellToWait, tellUnavailable, type LinkFault } from './refusals.tsx';

type Refusal = Extract<SignIn, { kind: 'refused' }>['reason'];

const FAULTS: Readonly<Record<Refusal, LinkFault>> = {
  malformed: 'linkWrong',
  'wrong-signature': 'linkWrong',
  'wrong-scope': 'linkWrong',
  expired: 'linkExpired',
  used: 'linkUsed',
};

/** Lets in whoever holds an unused link; its token does not stay in the address. */
export async function signIn(visit: Visit, token: string): Promise<Response> {
  const { staffSessions, audit } = wiring();
  const waitSeconds = await countSignIn();
  if (waitSeconds !== null) {
    audit('sign-in', 'limited');
    return tellToWait(visit, waitSeconds);
  }
  const answer = await staffSessions.signIn(token);
  switch (answer.kind) {
    case 'refused':
      audit('sign-in', answer.reason, { staff: answer.pass });
      return askToSignIn(visit, FAULTS[answer.reason]);
    case 'unavailable':
      audit('sign-in', 'unavailable');
      return tellUnavailable(visit);
    case 'signed-in': {
      const { session, serviceId } = answer;
      await endFormerSession(visit);
      audit('sign-in', 'signed-in', { staff: session, serviceId: serviceId ?? undefined });
      const query = serviceId === null ? '' : `?service=${serviceId}`;
      return redirect(STAFF_PATH + query, { cookies: [await staffSessions.keep(session)] });
    }
  }
}

/** The seconds to wait for whoever has tried too many links; null for all others. */
async function countSignIn(): Promise<number | null> {
  const { rateLimiter, exemptAddresses } = wiring();
  const clientAddress = currentRequest()?.clientAddress ?? '';
  if (exemptAddresses.includes(clientAddress)) return null;
  const visitor = addressGroup(clientAddress);
  const { allowed, resetSeconds } = await rateLimiter.consume('preview-sign-ins', visitor);
  return allowed ? null : resetSeconds;
}

/** A browser keeps one session: that which the new one replaces must not go on without a cookie. */
async function endFormerSession({ cookie }: Visit): Promise<void> {
  const { staffSessions } = wiring();
  const former = await staffSessions.find(cookie(STAFF_COOKIE));
  if (former.kind === 'signed-in') await staffSessions.end(former.session);
}
