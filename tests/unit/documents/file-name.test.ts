import { describe, expect, it } from 'vitest';
import { readableFileName } from '#lib/documents/file-name.ts';

describe('readableFileName', () => {
  it.each([
    ['a plain name', 'report.pdf'],
    ['a name with spaces, accents and quotes', 'Ré sumé – 2026 “x”.PDF'],
    ['a name in Hebrew', 'דוח שנתי.pdf'],
    ['a name in Arabic', 'تقرير.pdf'],
    ['a name of 100 characters', `${'x'.repeat(96)}.pdf`],
  ])('shows %s as it is', (_, name) => {
    expect(readableFileName(name)).toBe(name);
  });

  it('cannot be made to read as another type of file', () => {
    expect(readableFileName('annexe\u202efdp.exe')).toBe('annexefdp.exe');
    expect(readableFileName(`invoice.pdf${' '.repeat(200)}.exe`)).toBe('invoice.pdf .exe');
  });

  it('shortens a long name in the middle, so that its extension stays', () => {
    const shortened = readableFileName(`${'long '.repeat(60)}(final version).docx`);
    expect(shortened).toHaveLength(100);
    expect(shortened).toMatch(/^long long .*long…(\S| )*\(final version\)\.docx$/);
  });

  it.each([[null], [''], ['  '], ['\u200b\u202e\n']])('has no name for %j', (name) => {
    expect(readableFileName(name)).toBeNull();
  });
});
