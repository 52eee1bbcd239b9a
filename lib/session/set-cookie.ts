import type { Secret } from '#lib/secret/secret.ts';

/** A cookie that the browser is asked to keep; without `maxAgeSeconds` until it is closed. */
export interface Cookie {
  readonly name: string;
  /** Letters, digits and the marks that a cookie's value may hold as they are (RFC 6265). */
  readonly value: Secret | string;
  readonly path: string;
  readonly domain?: string | undefined;
  readonly secure: boolean;
  readonly maxAgeSeconds?: number;
}

/** The `Set-Cookie` field for a cookie that scripts cannot read and other sites' forms do not send. */
export function formatCookie(cookie: Cookie): string {
  const value = typeof cookie.value === 'string' ? cookie.value : cookie.value.reveal();
  return [
    `${cookie.name}=${value}`,
    `Path=${cookie.path}`,
    ...(cookie.domain === undefined ? [] : [`Domain=${cookie.domain}`]),
    ...(cookie.maxAgeSeconds === undefined ? [] : [`Max-Age=${cookie.maxAgeSeconds}`]),
    'HttpOnly',
    ...(cookie.secure ? ['Secure'] : []),
    'SameSite=Lax',
  ].join('; ');
}
