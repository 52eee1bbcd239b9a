const ATTACHMENTS: ReadonlySet<string> = new Set(['csv', 'rtf', 'txt']);
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const NON_ASCII = /[^\0-\u007f]/g;
// eslint-disable-next-line no-control-regex -- line breaks and the like cannot stand in a header
const CONTROL = /[\0-\u001f\u007f]/g;

/**
 * The header that names a file, as the real API's web framework writes it: csv, rtf and txt are
 * saved, all else is shown; a name beyond ASCII is given twice, plainly and in full.
 */
export function contentDisposition(fileName: string, extension: string): string {
  const manner = ATTACHMENTS.has(extension) ? 'attachment' : 'inline';
  const name = fileName.replace(CONTROL, '');
  const plain = name.normalize('NFKD').replace(NON_ASCII, '');
  const full = plain === name ? '' : `; filename*=UTF-8''${percentEncode(name)}`;
  return `${manner}; filename=${quote(plain)}${full}`;
}

function quote(name: string): string {
  return TOKEN.test(name) ? name : `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

function percentEncode(name: string): string {
  return encodeURIComponent(name.toWellFormed())
    .replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(?:23|24|26|2B|5E|60|7C)/g, decodeURIComponent);
}
