const SIXTEEN_BYTES = /^[\w+/-]{22}=*$/;
const PARTS_OF_UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/**
 * Reads a UUID from the 16 bytes of base64 that stand for it in a document link.
 *
 * Mail programs mangle links, so padding, the alphabet of plain base64 and set spare bits in the last
 * character are accepted, as the document-download-api's own links always were.
 *
 * @returns the UUID in lower case, or null where the text is not exactly 16 bytes
 */
export function decodeUuid(text: string): string | null {
  if (!SIXTEEN_BYTES.test(text)) return null;
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.replace(PARTS_OF_UUID, '$1-$2-$3-$4-$5');
}

/**
 * Writes a UUID as it stands in a document link: unpadded base64url, always 22 characters.
 *
 * @throws RangeError where the text is no UUID, which is a mistake of the caller
 */
export function encodeUuid(uuid: string): string {
  if (!UUID.test(uuid)) throw new RangeError('not a UUID');
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}
