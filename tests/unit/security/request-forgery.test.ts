import { describe, expect, it } from 'vitest';
import { isOwnForm } from '#lib/security/request-forgery.ts';

const rightToken = () => Promise.resolve(true);
const wrongToken = () => Promise.resolve(false);

describe('isOwnForm', () => {
  it.each([
    ['same-origin', wrongToken, true],
    ['cross-site', rightToken, false],
    ['same-site', rightToken, false],
    ['none', rightToken, false],
    ['', rightToken, false],
    [null, rightToken, true],
    [null, wrongToken, false],
  ])('with Sec-Fetch-Site %j and %o says %s', async (site, isTokenRight, expected) => {
    expect(await isOwnForm(site, isTokenRight)).toBe(expected);
  });
});
