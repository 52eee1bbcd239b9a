import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '#lib/language/choose-language.ts';

const nothing = { query: null, cookie: undefined, acceptLanguage: null };

describe('chooseLanguage', () => {
  it.each([
    ['the query before all else', { query: 'cy', cookie: 'en', acceptLanguage: 'en' }, 'cy'],
    ['the cookie before the browser', { query: null, cookie: 'cy', acceptLanguage: 'en' }, 'cy'],
    ['the browser where nothing was chosen', { ...nothing, acceptLanguage: 'cy' }, 'cy'],
    ['English where nobody says', nothing, 'en'],
    ['the cookie where the query is no language', { ...nothing, query: 'xx', cookie: 'cy' }, 'cy'],
    [
      'the browser where the cookie is none',
      { ...nothing, cookie: '', acceptLanguage: 'cy' },
      'cy',
    ],
    ['no property of an object', { ...nothing, query: 'constructor', cookie: '__proto__' }, 'en'],
  ])('takes %s', (_, wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language);
  });

  it.each([
    ['cy', 'cy'],
    ['cy-GB', 'cy'],
    ['CY-gb', 'cy'],
    ['cy-Latn-GB-x-private', 'cy'],
    ['en-GB,en;q=0.9,cy;q=0.8', 'en'],
    ['cy;q=0.8,en-GB;q=0.9', 'en'],
    ['en;q=0.7 , cy ; q=0.8', 'cy'],
    ['en;q=0.123,cy;q=0.124', 'cy'],
    ['cy,en', 'cy'],
    ['en,cy', 'en'],
    ['fr,cy;q=0.5', 'cy'],
    ['fr,de', 'en'],
    ['*', 'en'],
    ['fr,*;q=0.5', 'en'],
    ['en;q=0.1,*', 'cy'],
    ['en;q=0,*', 'cy'],
    ['cy;q=0,*;q=0.1', 'en'],
    ['cy;q=0', 'en'],
    ['cy;Q=0.000', 'en'],
    ['cy;q=1.000', 'cy'],
  ])('understands Accept-Language: %s', (acceptLanguage, language) => {
    expect(chooseLanguage({ ...nothing, acceptLanguage })).toBe(language);
  });

  it.each([
    ['nothing', ''],
    ['commas only', ',,, ,'],
    ['a quality above one', 'cy;q=2'],
    ['a quality below zero', 'cy;q=-1'],
    ['a quality that is no number', 'cy;q=NaN'],
    ['a quality without digits', 'cy;q='],
    ['another parameter', 'cy;level=1'],
    ['a word that begins alike', 'cymraeg'],
    ['markup', '<script>cy</script>'],
    ['a list that is much too long', `${'fr,'.repeat(400)}cy`],
  ])('passes over %s', (_, acceptLanguage) => {
    expect(chooseLanguage({ ...nothing, acceptLanguage })).toBe('en');
  });

  it.each(['-', 'a', 'cy-', ' ;', 'cy;q=0.', '\t'])('reads a megabyte of %j at once', (piece) => {
    const acceptLanguage = piece.repeat(1_000_000 / piece.length);
    // The best of several attempts: the machine may have done something else in the others.
    const attempts = Array.from({ length: 7 }, () => {
      const startMs = performance.now();
      chooseLanguage({ ...nothing, acceptLanguage });
      return performance.now() - startMs;
    });
    expect(Math.min(...attempts)).toBeLessThan(50);
  });
});
