import { parseEmailAddress } from '#lib/documents/email-address.ts';
import type { Secret } from '#lib/secret/secret.ts';

/** @throws when the option is missing or holds no e-mail address */
export function readEmailAddress(option: string | undefined): Secret {
  const parsed = parseEmailAddress(option ?? '');
  if (parsed.kind !== 'valid') throw new Error('--email takes an email address');
  return parsed.address;
}
