import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '#lib/secret/secret.ts';

/** What tokens are signed with. */
export interface TokenKeys {
  /** Newest first: the first one signs, a signature by any of them is right. */
  readonly keys: readonly Secret[];
  /** Keeps tokens for different purposes apart. */
  readonly salt: Secret;
}

/** The signature of a text by one key, as it stands in a token. */
export function signText(text: string, key: Secret, salt: Secret): string {
  return signatureOf(text, key, salt).toString('base64url');
}

/** Whether one of the keys signed a text. The time that it takes tells nothing about the signature. */
export function isSignatureRight(
  text: string,
  signature: string,
  { keys, salt }: TokenKeys,
): boolean {
  const given = Buffer.from(signature, 'base64url');
  const verdicts = keys.map((key) => isSame(given, signatureOf(text, key, salt)));
  return verdicts.includes(true);
}

/** HMAC-SHA-1 by the key that itsdangerous derives in its way `django-concat`. */
function signatureOf(text: string, key: Secret, salt: Secret): Buffer {
  const derived = createHash('sha1').update(`${salt.reveal()}signer${key.reveal()}`).digest();
  return createHmac('sha1', derived).update(text).digest();
}

function isSame(given: Buffer, right: Buffer): boolean {
  return given.length === right.length && timingSafeEqual(given, right);
}
