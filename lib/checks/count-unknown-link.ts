import { currentRequest } from '#lib/request/request-context.ts';
import { addressGroup } from '#lib/security/ip-address.ts';
import { wiring } from '#lib/wiring.ts';

/** Counts an answer that means that there is no such link, so that guessing stops. */
export async function countUnknownLink(): Promise<void> {
  const { rateLimiter, exemptAddresses } = wiring();
  const clientAddress = currentRequest()?.clientAddress ?? '';
  if (exemptAddresses.includes(clientAddress)) return;
  await rateLimiter.consume('unknown-links', addressGroup(clientAddress));
}
