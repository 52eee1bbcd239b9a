import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shareChunks } from '#scripts/build/share-chunks.ts';

const folder = join(tmpdir(), 'chunks-');
let chunks: string;

beforeEach(() => {
  chunks = mkdtempSync(folder);
});

afterEach(() => rmSync(chunks, { recursive: true }));

function writeChunk(name: string, code: string): void {
  writeFileSync(`${chunks}/${name}.js`, `${code}\n\n//# sourceMappingURL=${name}.js.map`);
}

const readChunk = (name: string) => readFileSync(`${chunks}/${name}.js`, 'utf8');

it('chunks of the same content are loaded once', () => {
  writeChunk('[root]__b', 'module.exports = [{}];');
  writeChunk('[root]__a', 'module.exports = [{}];');
  shareChunks(chunks);
  const load = createRequire(`${chunks}/`);
  expect(load('./[root]__b.js')).toBe(load('./[root]__a.js'));
  expect(readChunk('[root]__a')).toContain('[{}]');
});

it('chunks of different content stay as they are', () => {
  writeChunk('one', 'module.exports = [1];');
  writeChunk('other', 'module.exports = [2];');
  shareChunks(chunks);
  expect(readChunk('one')).toContain('[1]');
  expect(readChunk('other')).toContain('[2]');
});
