import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Answer } from '../http/answer.ts';
import { jsonAnswer } from '../http/json-answer.ts';

/** The client whose tokens Notify API takes, and its own clock. */
export interface TokenRules {
  readonly clientId: string;
  readonly secret: string;
  readonly nowMs: () => number;
}

const TOLERANCE_SECONDS = 30;
const BEARER = /^bearer /i;

/**
 * Checks the JSON web token of a call to Notify API: HS256, the one header and the two claims of
 * contracts section 3 and nothing besides, issued within half a minute of now.
 *
 * @returns the refusal, or null where the token is good
 */
export function refuseToken(authorization: string | undefined, rules: TokenRules): Answer | null {
  if (!authorization) return refusal(401, 'Unauthorized: authentication token must be provided');
  if (!BEARER.test(authorization)) {
    return refusal(401, 'Unauthorized: authentication bearer scheme must be used');
  }
  const [header = '', payload = '', signature = '', ...rest] = authorization.slice(7).split('.');
  const claims = parseObject(payload);
  if (claims === null || rest.length > 0) return refusal(403, 'Invalid token: not a token');
  if (!isOnly(parseObject(header), { alg: 'HS256', typ: 'JWT' })) {
    return refusal(403, 'Invalid token: algorithm used is not HS256');
  }
  if (typeof claims['iss'] !== 'string')
    return refusal(403, 'Invalid token: iss field not provided');
  if (!isSigned(`${header}.${payload}`, signature, rules.secret)) {
    return refusal(403, 'Invalid token: signature, api token is not valid');
  }
  if (claims['iss'] !== rules.clientId) {
    return refusal(401, 'Unauthorized: not allowed to perform this action');
  }
  return refuseClaims(claims, rules);
}

function refuseClaims(claims: Record<string, unknown>, rules: TokenRules): Answer | null {
  const issuedAt = claims['iat'];
  if (typeof issuedAt !== 'number' || !Number.isInteger(issuedAt)) {
    return refusal(403, 'Invalid token: iat field not provided');
  }
  if (Object.keys(claims).length !== 2) return refusal(403, 'Invalid token: unexpected claims');
  if (Math.abs(rules.nowMs() / 1000 - issuedAt) > TOLERANCE_SECONDS) {
    return refusal(403, 'Error: Your system clock must be accurate to within 30 seconds');
  }
  return null;
}

function refusal(status: 401 | 403, message: string): Answer {
  return jsonAnswer(status, { message: { token: [message] }, result: 'error' });
}

function isSigned(signed: string, signature: string, secret: string): boolean {
  const right = createHmac('sha256', secret).update(signed).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === right.length && timingSafeEqual(given, right);
}

function parseObject(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function isOnly(value: Record<string, unknown> | null, wanted: Record<string, string>): boolean {
  if (value === null || Object.keys(value).length !== Object.keys(wanted).length) return false;
  return Object.entries(wanted).every(([name, wantedValue]) => value[name] === wantedValue);
}
