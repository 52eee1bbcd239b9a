import { inflateSync } from 'node:zlib';

/** What a recorded pass to a document says. The real API signed it, so only the real API can check it. */
export interface RecordedPass {
  readonly documentId: string;
  readonly signedAtMs: number;
}

/**
 * Reads `document_access_signed_data` from a recorded `Cookie` header: deflated JSON with both UUIDs,
 * then the time of signing as a big-endian number of seconds.
 */
export function readRecordedPass(cookieHeader: string): RecordedPass {
  const [, payload = '', seconds = ''] = /=\.([\w-]+)\.([\w-]+)\./.exec(cookieHeader) ?? [];
  const json = inflateSync(Buffer.from(payload, 'base64url')).toString('utf8');
  const hex = /"document_id":\{" u":"([\da-f]{32})"/.exec(json)?.[1];
  if (hex === undefined) throw new Error('no pass to a document in the recorded cookie');
  return {
    documentId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    signedAtMs: Buffer.from(seconds, 'base64url').readUIntBE(0, 4) * 1000,
  };
}
