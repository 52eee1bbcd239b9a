import { createHash } from 'node:crypto';
import { Secret } from '#lib/secret/secret.ts';
import { decodePayload, encodePayload } from './token-payload.ts';
import { isSignatureRight, signText, type TokenKeys } from './token-signature.ts';

/** What came of opening a token. */
export type OpenedToken =
  | {
      readonly kind: 'valid';
      readonly payload: unknown;
      /** The same for the same signed content, however the token is spelled: it tells a second use. */
      readonly id: string;
    }
  | { readonly kind: 'malformed' | 'wrong-signature' | 'expired' };

/** How old a token may be, and what time it is. */
export interface TokenAge {
  readonly maxAgeSeconds: number;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** `{payload}.{second of signing}.{signature}`, each in base64url. */
const TOKEN = /^(?<payload>\.?[\w-]+)\.(?<signedAt>[\w-]{1,11})\.(?<signature>[\w-]{27})$/;

/** Much longer than any token with an address and an id in it. */
const MAX_LENGTH = 4096;

/** How far the clocks of Notify's programs may be apart (contracts, section 3). */
const CLOCK_TOLERANCE_SECONDS = 30;

const MS_PER_SECOND = 1000;

/**
 * Opens a token that one of Notify's programs made with `itsdangerous.URLSafeTimedSerializer`
 * (contracts, section 10). The signature is judged before anything else is read.
 */
export function openToken(
  token: string,
  keys: TokenKeys,
  { maxAgeSeconds, nowMs }: TokenAge,
): OpenedToken {
  const parts = token.length <= MAX_LENGTH ? TOKEN.exec(token)?.groups : undefined;
  const { payload = '', signedAt = '', signature = '' } = parts ?? {};
  if (parts === undefined) return { kind: 'malformed' };

  const signed = `${payload}.${signedAt}`;
  if (!isSignatureRight(signed, signature, keys)) return { kind: 'wrong-signature' };

  const ageSeconds = Math.floor(nowMs / MS_PER_SECOND) - decodeSeconds(signedAt);
  const isCurrent = ageSeconds <= maxAgeSeconds && ageSeconds >= -CLOCK_TOLERANCE_SECONDS;
  if (!isCurrent) return { kind: 'expired' };
  try {
    return { kind: 'valid', payload: decodePayload(payload), id: digest(signed) };
  } catch {
    return { kind: 'malformed' };
  }
}

/**
 * Makes a token that `itsdangerous.URLSafeTimedSerializer` opens.
 *
 * @param nowMs milliseconds since 1970
 * @throws RangeError without a key
 */
export function makeToken(payload: unknown, { keys, salt }: TokenKeys, nowMs: number): Secret {
  const [newest] = keys;
  if (newest === undefined) throw new RangeError('there is no key to sign with');
  const signed = `${encodePayload(payload)}.${encodeSeconds(Math.floor(nowMs / MS_PER_SECOND))}`;
  return new Secret(`${signed}.${signText(signed, newest, salt)}`);
}

/** A number as itsdangerous writes it: as few bytes as it needs, the highest first. */
function encodeSeconds(seconds: number): string {
  const hex = seconds.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}

function decodeSeconds(text: string): number {
  return Number(`0x${Buffer.from(text, 'base64url').toString('hex') || '0'}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
