import { createHmac } from 'node:crypto';

export interface TokenParts {
  readonly header?: unknown;
  readonly claims?: unknown;
  readonly secret?: string;
  readonly algorithm?: 'sha256' | 'sha512';
}

/** When the tokens of the contract tests are issued, unless they say otherwise. */
export const ISSUED_AT_SECONDS = 1_800_000_000;

/** A JSON web token as the program behind the pages makes it, or one that is wrong in one part. */
export function signToken(parts: TokenParts = {}): string {
  const {
    header = { alg: 'HS256', typ: 'JWT' },
    claims = { iss: 'notify-admin', iat: ISSUED_AT_SECONDS },
    secret = 'sandbox-admin-client-secret',
    algorithm = 'sha256',
  } = parts;
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac(algorithm, secret).update(signed).digest('base64url')}`;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
