import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTokenSigner } from '#lib/notify/json-web-token.ts';
import { Secret } from '#lib/secret/secret.ts';

const SECRET = 'a secret that both sides know';

function decode(part: string | undefined): string {
  return Buffer.from(part ?? '', 'base64url').toString();
}

describe('a token', () => {
  it('holds exactly what Notify API expects, signed with the secret', () => {
    const sign = createTokenSigner('notify-admin', new Secret(SECRET), () => 1_795_404_016_999);
    const [header = '', claims = '', signature] = sign().reveal().split('.');
    expect(decode(header)).toBe('{"alg":"HS256","typ":"JWT"}');
    expect(decode(claims)).toBe('{"iss":"notify-admin","iat":1795404016}');
    const expected = createHmac('sha256', SECRET).update(`${header}.${claims}`).digest('base64url');
    expect(signature).toBe(expected);
  });

  it('serves for one second and no longer', () => {
    let nowMs = 5000;
    const sign = createTokenSigner('notify-admin', new Secret(SECRET), () => nowMs);
    const first = sign();
    nowMs = 5999;
    expect(sign()).toBe(first);
    nowMs = 6000;
    expect(sign().reveal()).not.toBe(first.reveal());
  });

  it('follows a clock that is set back', () => {
    let nowMs = 5000;
    const sign = createTokenSigner('notify-admin', new Secret(SECRET), () => nowMs);
    const first = sign().reveal();
    nowMs = 3000;
    expect(sign().reveal()).not.toBe(first);
  });
});
