import { createHmac, timingSafeEqual } from 'node:crypto';
import { storageKey } from './find-document.ts';
import type { DocumentPlace } from './sandbox-document.ts';

const ACCESS_COOKIE = 'document_access_signed_data';

const MAX_AGE_MS = 30 * 86_400_000;

/** Signs passes to documents and checks them. */
export interface AccessSigner {
  /** A pass to one document: `{payload}.{seconds}.{signature}`, all in base64url. */
  sign(place: DocumentPlace): string;
  /** Whether a `Cookie` header holds a pass to this document that is not older than 30 days. */
  admits(cookieHeader: string | undefined, place: DocumentPlace): boolean;
}

/** A signer whose passes no other secret makes. */
export function createAccessSigner(secret: string, nowMs: () => number): AccessSigner {
  const signatureOf = (signed: string): Buffer =>
    createHmac('sha256', secret).update(signed).digest();
  return {
    sign(place) {
      const signed = `${payloadOf(place)}.${Math.floor(nowMs() / 1000).toString(36)}`;
      return `${signed}.${signatureOf(signed).toString('base64url')}`;
    },
    admits(cookieHeader, place) {
      const [payload, seconds = '', signature = ''] = readCookie(cookieHeader).split('.');
      if (payload !== payloadOf(place)) return false;
      const right = signatureOf(`${payload}.${seconds}`);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
      return nowMs() - parseInt(seconds, 36) * 1000 <= MAX_AGE_MS;
    },
  };
}

function payloadOf(place: DocumentPlace): string {
  return Buffer.from(storageKey(place)).toString('base64url');
}

function readCookie(header = ''): string {
  const prefix = `${ACCESS_COOKIE}=`;
  const cookie = header.split('; ').find((part) => part.startsWith(prefix));
  return cookie?.slice(prefix.length) ?? '';
}
