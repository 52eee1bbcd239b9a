/** The types of files that have a name of their own on a page; `unknown` is just a file. */
export type FileType =
  'pdf' | 'csv' | 'text' | 'json' | 'word' | 'excel' | 'jpeg' | 'png' | 'unknown';

const TYPES: ReadonlyMap<string, FileType> = new Map([
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
]);

/** The type behind a file extension without its dot, in upper or lower case. */
export function fileTypeOf(extension: string): FileType {
  return TYPES.get(extension.toLowerCase()) ?? 'unknown';
}
