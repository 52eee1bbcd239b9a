import { describe, expect, it } from 'vitest';
import { fileTypeOf } from '#lib/documents/file-type.ts';

describe('fileTypeOf', () => {
  it.each([
    ['pdf', 'pdf'],
    ['csv', 'csv'],
    ['txt', 'text'],
    ['odt', 'text'],
    ['rtf', 'text'],
    ['json', 'json'],
    ['doc', 'word'],
    ['docx', 'word'],
    ['xlsx', 'excel'],
    ['jpg', 'jpeg'],
    ['jpeg', 'jpeg'],
    ['png', 'png'],
  ])('knows %s in either case', (extension, type) => {
    expect(fileTypeOf(extension)).toBe(type);
    expect(fileTypeOf(extension.toUpperCase())).toBe(type);
  });

  it.each(['', 'xls', 'exe', '.pdf', 'pdf ', 'constructor', '__proto__'])(
    'takes "%s" for just a file',
    (extension) => {
      expect(fileTypeOf(extension)).toBe('unknown');
    },
  );
});
