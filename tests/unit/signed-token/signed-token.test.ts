import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Secret } from '#lib/secret/secret.ts';
import { makeToken, openToken } from '#lib/signed-token/signed-token.ts';
import type { TokenKeys } from '#lib/signed-token/token-signature.ts';

const vector = z.object({
  payload: z.unknown(),
  secret: z.string(),
  salt: z.string(),
  signed_at: z.number(),
  token: z.string(),
});

/** Made by the real library. */
const vectors = z
  .array(vector)
  .min(1)
  .parse(JSON.parse(readFileSync('tests/vectors/url-safe-tokens.json', 'utf8')));

const NOW_MS = 1_790_000_000_000;
const AGE = { maxAgeSeconds: 900, nowMs: NOW_MS };
const keys: TokenKeys = { keys: [new Secret('new'.repeat(12))], salt: new Secret('salt') };
const oldKeys: TokenKeys = { ...keys, keys: [new Secret('old'.repeat(12))] };
const payload = { email: 'someone@example.gov.uk', scope: 'document-download-preview' };

function keysOf({ secret, salt }: z.infer<typeof vector>): TokenKeys {
  return { keys: [new Secret(secret)], salt: new Secret(salt) };
}

describe('a token of the real library', () => {
  it.each(vectors)('opens: $token', (made) => {
    const age = { maxAgeSeconds: 900, nowMs: made.signed_at * 1000 };
    expect(openToken(made.token, keysOf(made), age)).toMatchObject({
      kind: 'valid',
      payload: made.payload,
    });
  });

  it.each(vectors)('is made here as well, byte by byte unless compressed: $token', (made) => {
    const again = makeToken(made.payload, keysOf(made), made.signed_at * 1000).reveal();
    const [, signedAt] = made.token.replace(/^\./, '').split('.');
    expect(again.replace(/^\./, '').split('.')[1]).toBe(signedAt);
    expect(again.startsWith('.')).toBe(made.token.startsWith('.'));
    if (!made.token.startsWith('.')) expect(again).toBe(made.token);
  });

  it.each(vectors)('does not open with another key or salt: $token', (made) => {
    const right = keysOf(made);
    const age = { maxAgeSeconds: 900, nowMs: made.signed_at * 1000 };
    const wrong = { kind: 'wrong-signature' };
    expect(openToken(made.token, { ...right, keys: keys.keys }, age)).toEqual(wrong);
    expect(openToken(made.token, { ...right, salt: keys.salt }, age)).toEqual(wrong);
  });
});

describe('a token made here', () => {
  it.each([
    ['short', payload],
    ['compressed', { ...payload, note: 'x'.repeat(500) }],
    ['in any script', { email: 'gwelliannau@enghraifft.cymru', note: 'Llŷn – “קובץ” 🏴' }],
    ['a mere text', 'text'],
  ])('opens when it is %s', (_, made) => {
    const token = makeToken(made, keys, NOW_MS).reveal();
    expect(openToken(token, keys, AGE)).toMatchObject({ kind: 'valid', payload: made });
  });

  it.each([
    ['at once', 0, 'valid'],
    ['on its last second', 900, 'valid'],
    ['a second later', 901, 'expired'],
    ['made by a clock that is a little ahead', -30, 'valid'],
    ['made in the future', -31, 'expired'],
  ])('%s', (_, ageSeconds, kind) => {
    const token = makeToken(payload, keys, NOW_MS - ageSeconds * 1000).reveal();
    expect(openToken(token, keys, AGE).kind).toBe(kind);
  });

  it('is signed by the newest key and opened by each, so that keys can be rotated', () => {
    const rotating = { ...keys, keys: [...keys.keys, ...oldKeys.keys] };
    const before = makeToken(payload, oldKeys, NOW_MS).reveal();
    const after = makeToken(payload, rotating, NOW_MS).reveal();
    expect(openToken(before, rotating, AGE).kind).toBe('valid');
    expect(openToken(after, keys, AGE).kind).toBe('valid');
    expect(openToken(after, oldKeys, AGE).kind).toBe('wrong-signature');
  });

  it('cannot be made without a key', () => {
    expect(() => makeToken(payload, { ...keys, keys: [] }, NOW_MS)).toThrow(RangeError);
  });
});

describe('what is no token', () => {
  const token = makeToken(payload, keys, NOW_MS).reveal();
  const [made = '', signedAt = '', signature = ''] = token.split('.');

  it.each([
    ['nothing', ''],
    ['a word', 'token'],
    ['dots', '...'],
    ['a token without its signature', `${made}.${signedAt}`],
    ['a signature cut short', token.slice(0, -1)],
    ['a padded signature', `${token}=`],
    ['a token with white space', ` ${token}`],
    ['a token with a line break at its end', `${token}\n`],
    ['far too much', `${'A'.repeat(5000)}.${signedAt}.${signature}`],
  ])('is malformed: %s', (_, text) => {
    expect(openToken(text, keys, AGE)).toEqual({ kind: 'malformed' });
  });

  it.each([
    [
      'another payload',
      `${Buffer.from('{"email":"x"}').toString('base64url')}.${signedAt}.${signature}`,
    ],
    ['another time', `${made}.arE7gQ.${signature}`],
    ['a signature of zeros', `${made}.${signedAt}.${'A'.repeat(27)}`],
    ['a mark of compression', `.${token}`],
  ])('has a wrong signature: %s', (_, text) => {
    expect(openToken(text, keys, AGE)).toEqual({ kind: 'wrong-signature' });
  });

  it('is malformed where the signed payload cannot be read', () => {
    const bomb = { text: 'x'.repeat(100_000) };
    expect(openToken(makeToken(bomb, keys, NOW_MS).reveal(), keys, AGE).kind).toBe('malformed');
  });
});

describe('the id of a token', () => {
  const idOf = (token: string) => {
    const opened = openToken(token, keys, AGE);
    return opened.kind === 'valid' ? opened.id : undefined;
  };

  it('is the same when the spare bits of its signature are set', () => {
    const token = makeToken(payload, keys, NOW_MS).reveal();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const next = alphabet[alphabet.indexOf(token.at(-1) ?? '') + 1] ?? '';
    const respelled = token.slice(0, -1) + next;
    expect(idOf(respelled)).toBe(idOf(token));
    expect(idOf(token)).toMatch(/^[\da-f]{64}$/);
  });

  it('differs from that of a token made a second later', () => {
    const first = makeToken(payload, keys, NOW_MS).reveal();
    const second = makeToken(payload, keys, NOW_MS + 1000).reveal();
    expect(idOf(first)).not.toBe(idOf(second));
  });
});
