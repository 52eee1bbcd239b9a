import { deflateSync, inflateSync } from 'node:zlib';

/** Marks a payload that is compressed. */
const COMPRESSED = '.';

/** Far beyond any payload; a few kilobytes of token could otherwise grow to megabytes. */
const MAX_BYTES = 64 * 1024;

/** Writes a payload for a token: as JSON in base64url, compressed where that saves more than its mark. */
export function encodePayload(payload: unknown): string {
  const json = Buffer.from(JSON.stringify(payload));
  const compressed = deflateSync(json);
  const isWorthIt = compressed.length < json.length - 1;
  return isWorthIt ? COMPRESSED + compressed.toString('base64url') : json.toString('base64url');
}

/**
 * Reads the payload of a token. Only what is known to be signed should be read: the rest is not worth
 * the work.
 *
 * @throws where it is not what {@link encodePayload} writes
 */
export function decodePayload(text: string): unknown {
  const isCompressed = text.startsWith(COMPRESSED);
  const bytes = Buffer.from(isCompressed ? text.slice(COMPRESSED.length) : text, 'base64url');
  const json = isCompressed ? inflateSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes;
  return JSON.parse(json.toString('utf8'));
}
