import { makeJpeg, makePng } from './images.ts';
import { makeDocx, makeOdt, makeXlsx } from './office.ts';
import { makePdf } from './pdf.ts';

const TEXT = 'This is a sample document from the sandbox.';
const OLE_SIGNATURE = 'd0cf11e0a1b11ae1';

const MAKERS: Readonly<Record<string, () => Buffer>> = {
  pdf: () => makePdf([['Sample document', '', TEXT], ['The second page.']]),
  csv: () => Buffer.from('name,licence\r\nAda,juggling\r\nGrace,unicycle\r\n'),
  txt: () => Buffer.from(`${TEXT}\n`),
  json: () => Buffer.from(`${JSON.stringify({ text: TEXT }, null, 2)}\n`),
  rtf: () => Buffer.from(String.raw`{\rtf1\ansi ${TEXT}}`),
  png: makePng,
  jpg: makeJpeg,
  jpeg: makeJpeg,
  docx: () => makeDocx(TEXT),
  xlsx: () => makeXlsx(TEXT),
  odt: () => makeOdt(TEXT),
  // The first bytes of the old binary format and nothing in it: programs see the type, no text.
  doc: () => Buffer.concat([Buffer.from(OLE_SIGNATURE, 'hex'), Buffer.alloc(22_520)]),
};

const made = new Map<string, Buffer>();

/** A small real file of a type; text where the type is unknown. Made once. */
export function sampleFile(extension: string): Buffer {
  const before = made.get(extension);
  if (before !== undefined) return before;
  const file = (MAKERS[extension] ?? (() => Buffer.from(TEXT)))();
  made.set(extension, file);
  return file;
}

/** A text of exactly this size. */
export function textOfSize(bytes: number): Buffer {
  return Buffer.alloc(bytes, `${TEXT}\n`);
}
