import { createHmac, hkdfSync } from 'node:crypto';
import type { Secret } from '#lib/secret/secret.ts';

const PURPOSE = 'document-download-frontend staff names';
const NAME_DIGITS = 12;

/**
 * The name of a member of staff in audit lines, such as `staff-3f2a91c04d7e`: no e-mail address may
 * stand in a log (contracts, section 8). It stays the same when `SECRET_KEY` is rotated.
 *
 * @param salt `DANGEROUS_SALT`, without which nobody can find the address by trying
 */
export function staffNameOf(emailAddress: Secret, salt: Secret): string {
  const key = Buffer.from(hkdfSync('sha256', salt.reveal(), '', PURPOSE, 32));
  const digest = createHmac('sha256', key).update(emailAddress.reveal().trim().toLowerCase());
  return `staff-${digest.digest('hex').slice(0, NAME_DIGITS)}`;
}
