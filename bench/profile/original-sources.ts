import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import { columnBeforeEscapes, findWideCharacters } from '#scripts/build/narrow-sources.ts';
import type { Frame } from './cpu-profile.ts';

const STANDALONE = '/.next/standalone/';

/** What a function's place is looked up in: the file as Next built it, and its map. */
interface Built {
  /** For each line, at which columns its wide characters are. */
  readonly wideColumns: readonly (readonly number[])[];
  readonly map: SourceMap;
}

/** Finds the source file of a function, be it from a bundle or not. */
export class OriginalSources {
  readonly #built = new Map<string, Built | null>();

  /** A path or URL; empty for the engine's own work. */
  sourceOf({ url, lineNumber, columnNumber }: Frame): string {
    const built = this.#builtOf(url);
    if (built === null) return url;
    const column = columnBeforeEscapes(built.wideColumns[lineNumber] ?? [], columnNumber);
    const entry = built.map.findEntry(lineNumber, column);
    return 'originalSource' in entry ? entry.originalSource : url;
  }

  #builtOf(url: string): Built | null {
    const known = this.#built.get(url);
    if (known !== undefined) return known;
    const built = url.includes('/.next/server/') ? readBuilt(url) : null;
    this.#built.set(url, built);
    return built;
  }
}

/** The maps stay where Next built them: they are not part of the program. */
function readBuilt(url: string): Built | null {
  const path = (url.startsWith('file:') ? fileURLToPath(url) : url).replace(STANDALONE, '/');
  if (!existsSync(`${path}.map`)) return null;
  return {
    wideColumns: readFileSync(path, 'utf8').split('\n').map(findWideCharacters),
    map: new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')) as SourceMapPayload),
  };
}
