import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Frame } from './cpu-profile.ts';

const STANDALONE = '/.next/standalone/';

/** Finds the source file of a function, be it from a bundle or not. */
export class OriginalSources {
  readonly #maps = new Map<string, SourceMap | null>();

  /** A path or URL; empty for the engine's own work. */
  sourceOf({ url, lineNumber, columnNumber }: Frame): string {
    const entry = this.#mapOf(url)?.findEntry(lineNumber, columnNumber);
    return entry !== undefined && 'originalSource' in entry ? entry.originalSource : url;
  }

  #mapOf(url: string): SourceMap | null {
    const known = this.#maps.get(url);
    if (known !== undefined) return known;
    const map = url.includes('/.next/server/') ? readMap(url) : null;
    this.#maps.set(url, map);
    return map;
  }
}

/** The maps stay where Next built them: they are not part of the program. */
function readMap(url: string): SourceMap | null {
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  const mapPath = `${path.replace(STANDALONE, '/')}.map`;
  if (!existsSync(mapPath)) return null;
  return new SourceMap(JSON.parse(readFileSync(mapPath, 'utf8')) as SourceMapPayload);
}
