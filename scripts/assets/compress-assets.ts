import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The kinds that are text; fonts and images are compressed in themselves. */
const TEXT = /\.(?:css|js|svg)$/;

/**
 * Writes a brotli and a gzip version beside each text file of a folder, at their best, since it is
 * done once. `lib/request` hands them out; nothing in them is secret, unlike in a page.
 */
export function compressAssets(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => TEXT.test(name))) {
    const content = readFileSync(path.join(folder, file));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(path.join(folder, `${file}.br`), brotliCompressSync(content, { params }));
    writeFileSync(path.join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
  }
}
