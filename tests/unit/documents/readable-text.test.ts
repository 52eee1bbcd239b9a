import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableText, shortenText } from '#lib/documents/readable-text.ts';
import { PROPERTY_SEED } from '#tests/support/property-seed.ts';
import { MAX_LINEAR_GROWTH, timeGrowth } from './time-growth.ts';

describe('readableText', () => {
  it.each([
    ['letters of every script', 'Résumé – 2026 “x” ملف קובץ 例え हिन्दी'],
    ['characters of HTML, which the renderer escapes', '<script>alert("&amp;")</script>'],
    ['emoji', '🙂 👍🏽'],
    ['vowel signs and accents', 'שָׁלוֹם กำ é'],
  ])('keeps %s', (_, text) => {
    expect(readableText(text)).toBe(text);
  });

  it.each([
    ['control characters', 'a\0b\x07c\x1bd\x7fe\x9bf', 'abcdef'],
    ['a right-to-left override', 'annexe\u202efdp.exe', 'annexefdp.exe'],
    ['bidirectional embeddings and isolates', '\u202aa\u202bb\u202cc\u202dd\u2066e\u2069', 'abcde'],
    ['direction marks', 'a\u200eb\u200fc\u061cd', 'abcd'],
    ['zero-width characters', 'a\u200bb\u200cc\u200dd\u2060e\ufefff', 'abcdef'],
    ['soft hyphens and fillers', 'a\u00adb\u115fc\u3164d\uffa0e', 'abcde'],
    ['tags and variation selectors', 'a\u{e0041}b\ufe0fc', 'abc'],
    ['interlinear annotations', 'a\ufff9b\ufffac\ufffbd', 'abcd'],
    ['line breaks', 'a\r\nb\nc\u2028d\u2029e\x85f', 'a b c d e f'],
    ['runs of white space', '  a \t\u00a0\u3000 b\u2003', 'a b'],
    ['blank Braille', 'a.pdf\u2800\u2800\u2800.exe', 'a.pdf .exe'],
    ['halves of surrogate pairs', 'a\ud83d\udc00 b\udc00c\ud83d', 'a\ud83d\udc00 b\ufffdc\ufffd'],
    ['piles of accents', `e${'\u0301'.repeat(300)}x`, `e${'\u0301'.repeat(5)}x`],
    ['everything there was', '\u200b \u202e\n', ''],
  ])('cleans %s', (_, text, readable) => {
    expect(readableText(text)).toBe(readable);
  });

  it('has nothing more to clean afterwards', () => {
    const odd = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\u200b',
      '\u202e',
      '\u0301',
      '\ud83d',
      '\udc00',
      '\0',
    );
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: odd }));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readableText(readableText(text))).toBe(readableText(text));
      }),
      { seed: PROPERTY_SEED },
    );
  });

  it.each([
    ['blanks', ' '],
    ['accents', '\u0301'],
    ['overrides', '\u202e'],
    ['overrides and blanks', '\u202e '],
  ])('takes time in proportion to the length of many %s', (_, unit) => {
    const make = (length: number) => `${unit.repeat(length / unit.length)}x`;
    expect(timeGrowth(readableText, make)).toBeLessThan(MAX_LINEAR_GROWTH);
  });
});

describe('shortenText', () => {
  it.each([
    ['keeps what fits', 'abcdef', 6, 0, 'abcdef'],
    ['ends with an ellipsis', 'abcdefg', 6, 0, 'abcde…'],
    ['keeps the end of the text', 'abcdefg', 6, 3, 'ab…efg'],
    ['counts characters, not their halves', '🙂🙂🙂', 3, 0, '🙂🙂🙂'],
    ['cuts no character in two', '🙂🙂🙂🙂', 3, 1, '🙂…🙂'],
    ['leaves no white space at the cut', 'ab cd efgh', 8, 4, 'ab…efgh'],
  ])('%s', (_, text, maxLength, tailLength, shortened) => {
    expect(shortenText(text, maxLength, tailLength)).toBe(shortened);
  });
});
