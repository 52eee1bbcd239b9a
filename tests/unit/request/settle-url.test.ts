import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleUrl, UNROUTABLE } from '#lib/request/settle-url.ts';
import { PROPERTY_SEED } from '#tests/support/property-seed.ts';

describe('settleUrl', () => {
  it.each([
    ['/d/a/b?key=c', '/d/a/b?key=c'],
    ['/', '/'],
    ['/?key=c', '/?key=c'],
    ['//d//a/b/?key=c', '/d/a/b?key=c'],
    ['/d/a/b/', '/d/a/b'],
    ['/\\evil.example/d', '/evil.example/d'],
    ['http://evil.example/d/a?key=c', '/d/a?key=c'],
    ['http://evil.example', '/'],
    ['/d/a#fragment', '/d/a'],
    ['/d/a?x=1&_rsc=abc&nxtPservice=q&key=c', '/d/a?x=1&key=c'],
    ['/d/a?_rsc=1', '/d/a?'],
    ['/404/b', '/404/b'],
    ['/_status', '/_status'],
    ['/%5Fstatus', '/%5Fstatus'],
  ])('%s becomes %s', (target, settled) => {
    expect(settleUrl(target)).toBe(settled);
  });

  it.each([
    '/%E0%A4%A',
    '/%',
    '*',
    '',
    'd/a',
    '/_next/data/x.json',
    '/_next',
    '/d/a.rsc',
    '/a%00b',
    '/404',
    '/500',
    '/_error',
    '/_not-found',
    '/_global-error',
    '/_app',
    '/_document',
    '/_status/more',
    '/%5Fnext/static',
    '/%34%30%34',
    '/d/a%2Ersc',
    '/%2e%2e/_next/image',
    '/a/../_next/image',
    '/./_error',
    '/.%2E/x',
    '/a/%2e',
    '/..',
  ])('%s is left to the not found page', (target) => {
    expect([UNROUTABLE, '/']).toContain(settleUrl(target));
  });

  it.each(['/preview/landing.rsc', '/preview/_next/data', '/preview/%E0%A4%A', '//preview/%00'])(
    'leaves %s below the pages for staff, where strangers are told to sign in',
    (target) => {
      expect(settleUrl(target)).toMatch(/^\/preview\/(?:not-found|_next\/data)$/);
    },
  );

  it('gives every target a path that decodes and neither repeats nor ends in a slash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (target) => {
        const [path = ''] = settleUrl(`/${target}`).split('?');
        expect(() => decodeURIComponent(path)).not.toThrow();
        expect(path).toMatch(/^\/([^/\\]+(\/[^/\\]+)*)?$/);
      }),
      { seed: PROPERTY_SEED },
    );
  });
});
