import { createHash } from 'node:crypto';

/** Digits and capitals without those that are taken for one another (I, L, O, U), after Crockford. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/**
 * The short name of a request that a citizen can read out over the phone: `7Q2M-X0RA`. It is made of
 * the trace id, whose own first characters may be the same in all requests, and stands in the log.
 */
export function referenceOf(traceId: string): string {
  const digest = createHash('sha256').update(traceId).digest();
  const letters = Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % 32));
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
