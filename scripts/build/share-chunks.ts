import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** A chunk ends with the name of its own map; all else is the same where two hold the same modules. */
const MAP_COMMENT = /\n\/\/# sourceMappingURL=.*\s*$/;

/**
 * Has chunks with the same content load the first of them. Next writes one of half a megabyte for
 * each route, which every process would read, keep as a text and compile anew.
 */
export function shareChunks(chunksFolder: string): void {
  const firstByContent = new Map<string, string>();
  for (const name of readdirSync(chunksFolder)
    .filter((each) => each.endsWith('.js'))
    .sort()) {
    const path = `${chunksFolder}/${name}`;
    const code = readFileSync(path, 'utf8').replace(MAP_COMMENT, '');
    const content = createHash('sha256').update(code).digest('hex');
    const first = firstByContent.get(content);
    if (first === undefined) firstByContent.set(content, name);
    else writeFileSync(path, `module.exports = require(${JSON.stringify(`./${first}`)});\n`);
  }
}
