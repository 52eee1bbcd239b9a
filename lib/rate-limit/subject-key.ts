import { hash, hkdfSync } from 'node:crypto';
import type { Secret } from '#lib/secret/secret.ts';
import type { PolicyName } from './policies.ts';

/** Whose points are counted, in a form that tells nothing of who it is. */
export interface SubjectKey {
  /** Stands for this subject only; for a store that others may look into. */
  readonly full: string;
  /**
   * One of 131,072, for a store in memory: an attacker with all the addresses of the world cannot
   * fill it, and two visitors at the same time are hardly ever taken for one.
   */
  readonly folded: number;
}

export type SubjectKeyMaker = (policy: PolicyName, subject: string) => SubjectKey;

/** In hexadecimal digits: 128 bits of the hash, and 32 others that 17 are taken of. */
const FULL_DIGITS = 32;
const FOLDED_DIGITS = 8;
const FOLDED_BITS = 17;

/**
 * Makes the keys under which points are counted: keyed hashes, since addresses and document ids are
 * few enough to be found by trying all of them on a plain hash. SHA-512/256 with the key in front is
 * as good as an HMAC, being cut short by design, and takes a tenth of the time.
 *
 * Takes the newest `SECRET_KEY`. While a rotation is rolled out, instances with and without the new
 * key count apart; all counts begin anew with it. No window is longer than some minutes, so nothing
 * is gained by trying older keys too.
 */
export function createSubjectKeys(secret: Secret): SubjectKeyMaker {
  const purpose = 'document-download-frontend rate limits';
  const key = Buffer.from(hkdfSync('sha256', secret.reveal(), '', purpose, 32)).toString('hex');
  return (policy, subject) => {
    const digits = hash('sha512-256', `${key}|${policy}|${subject}`, 'hex');
    const others = digits.slice(FULL_DIGITS, FULL_DIGITS + FOLDED_DIGITS);
    return {
      full: digits.slice(0, FULL_DIGITS),
      folded: Number.parseInt(others, 16) >>> (32 - FOLDED_BITS),
    };
  };
}
