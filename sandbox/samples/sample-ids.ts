import { createHash } from 'node:crypto';

/** A UUID (version 4 in form) that is always the same for a name. */
export function sampleUuid(name: string): string {
  const bytes = digest(`uuid:${name}`).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A document key that is always the same for a name: 32 bytes as unpadded base64url. */
export function sampleKey(name: string): string {
  return digest(`key:${name}`).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(`sandbox:${text}`).digest();
}
