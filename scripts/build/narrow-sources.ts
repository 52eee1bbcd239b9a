import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that holds one of these takes two bytes for each of its characters in V8. */
const WIDE = /[^\0-\xff]/g;

/** Of `\\u2019`, in characters. */
const ESCAPE_LENGTH = 6;

const SOURCE = /\.[cm]?js$/;

/** Where an escape would not be the same as the character. */
const TELLS_ESCAPES = /String\.raw|\\[^\0-\xff]/;

/**
 * Spells the wide characters of all sources below a folder as escapes. V8 keeps every source that it
 * runs: those of the framework, a few megabytes, would take twice the memory in each process for the
 * sake of some quotation marks.
 * @throws where a source can tell an escape from its character
 */
export function narrowSources(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !SOURCE.test(file.name)) continue;
    const path = join(file.parentPath, file.name);
    const source = readFileSync(path, 'utf8');
    const narrow = narrowSource(source, path);
    if (narrow !== source) writeFileSync(path, narrow);
  }
}

/**
 * The same source with characters of one byte alone.
 * @param path said where that cannot be
 */
export function narrowSource(source: string, path: string): string {
  if (source.search(WIDE) === -1) return source;
  if (TELLS_ESCAPES.test(source)) throw new Error(`${path} cannot be spelled with escapes`);
  return source.replace(WIDE, escapeOf);
}

/** At which columns of a line there are wide characters. */
export function findWideCharacters(line: string): number[] {
  return [...line.matchAll(WIDE)].map(({ index }) => index);
}

/** Where a column of a narrow line was before its wide characters were spelled. */
export function columnBeforeEscapes(wideColumns: readonly number[], column: number): number {
  let added = 0;
  for (const wideColumn of wideColumns) {
    if (wideColumn + added >= column) break;
    added += ESCAPE_LENGTH - 1;
  }
  return column - added;
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
