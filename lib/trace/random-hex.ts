import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4_096;

const pool = Buffer.alloc(POOL_BYTES);
let usedBytes = POOL_BYTES;

/**
 * Random digits for the names of requests and calls, two for each byte. The system is asked for many
 * at a time: each time costs as much as a whole page of them. No digit is given out twice; for
 * secrets take `node:crypto` itself, whose bytes do not lie about in memory before they are used.
 */
export function randomHex(bytes: number): string {
  if (usedBytes + bytes > POOL_BYTES) {
    randomFillSync(pool);
    usedBytes = 0;
  }
  usedBytes += bytes;
  return pool.toString('hex', usedBytes - bytes, usedBytes);
}
