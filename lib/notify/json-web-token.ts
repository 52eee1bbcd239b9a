import { createHmac } from 'node:crypto';
import { Secret } from '#lib/secret/secret.ts';

const HEADER = base64url({ alg: 'HS256', typ: 'JWT' });
const MS_PER_SECOND = 1000;

/**
 * Signs the tokens with which Notify's programs tell each other who they are (RFC 7519 with HS256).
 * Their only claims are the issuer and the current second, so a token serves for that second.
 *
 * @param nowMs milliseconds since 1970
 */
export function createTokenSigner(
  issuer: string,
  secret: Secret,
  nowMs: () => number,
): () => Secret {
  let lastToken = new Secret('');
  let lastIssuedAt = -1;
  return () => {
    const issuedAt = Math.floor(nowMs() / MS_PER_SECOND);
    if (issuedAt !== lastIssuedAt) {
      lastToken = signToken({ iss: issuer, iat: issuedAt }, secret);
      lastIssuedAt = issuedAt;
    }
    return lastToken;
  };
}

function signToken(claims: { iss: string; iat: number }, secret: Secret): Secret {
  const content = `${HEADER}.${base64url(claims)}`;
  const signature = createHmac('sha256', secret.reveal()).update(content).digest('base64url');
  return new Secret(`${content}.${signature}`);
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
