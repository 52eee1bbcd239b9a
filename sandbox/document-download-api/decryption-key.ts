/** A key as a caller gave it, read as the real API reads it. */
export type DecryptionKey =
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid' }
  /** Base64 of something, perhaps not of this document's key: in its canonical spelling. */
  | { readonly kind: 'key'; readonly key: string };

const ASCII = /^[\0-\u007f]*$/;
const OTHER_THAN_BASE64 = /[^\w-]/g;

/** Python's base64 decoder skips characters that are not base64 and refuses a single one left over. */
export function readDecryptionKey(text: string | null): DecryptionKey {
  if (text === null) return { kind: 'missing' };
  const characters = text.replace(OTHER_THAN_BASE64, '');
  if (!ASCII.test(text) || characters.length % 4 === 1) return { kind: 'invalid' };
  return { kind: 'key', key: Buffer.from(characters, 'base64url').toString('base64url') };
}
