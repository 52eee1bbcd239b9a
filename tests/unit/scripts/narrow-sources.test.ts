import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  columnBeforeEscapes,
  findWideCharacters,
  narrowSource,
} from '#scripts/build/narrow-sources.ts';

/** What a source gives when it runs. */
function valueOf(source: string): unknown {
  return runInThisContext(source);
}

describe('a source with wide characters', () => {
  it.each([
    ['a text', "'there’s – a problem'"],
    ['a template', '`cyfeiriad ŵ ${1 + 1} ’`'],
    ['a name', '({ tŷ: 1, "ŷ": 2 })'],
    ['characters beyond two bytes', "'📄 file'"],
    ['a set of characters', "'a–b—c'.replace(/[–—]/gu, '.')"],
  ])('means the same when it is narrow: %s', (_, source) => {
    const narrow = narrowSource(source, 'file.js');
    expect(narrow).toMatch(/^[\0-\xff]+$/);
    expect(valueOf(narrow)).toEqual(valueOf(source));
  });

  it('is left alone where all characters are narrow', () => {
    expect(narrowSource("'£ é ·'", 'file.js')).toBe("'£ é ·'");
  });

  it.each([
    ['asks for its raw text', 'String.raw`’`'],
    ['escapes a wide character itself', "'\\’'"],
  ])('stops the build where it %s', (_, source) => {
    expect(() => narrowSource(source, 'a/file.js')).toThrow('a/file.js');
  });
});

it('every column of a narrow line is found in the wide one', () => {
  const wide = "f('’');g('ŵŷ')+h";
  const narrow = narrowSource(wide, '');
  for (const name of 'fgh') {
    const found = columnBeforeEscapes(findWideCharacters(wide), narrow.indexOf(name));
    expect(wide[found]).toBe(name);
  }
});
