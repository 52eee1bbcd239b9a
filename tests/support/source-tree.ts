import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const COMMENT_LINE = /^\s*(?:\/\/|\/?\*).*$/gm;
const IMPORT =
  /\b(?:import|export)\s+(?<type>type\s)?[^'";]*?\bfrom\s*['"](?<from>[^'"]+)['"]|\bimport\s*\(?\s*['"](?<bare>[^'"]+)['"]/g;

/** An import of one of our own files. */
export interface OwnImport {
  /** As it is written. */
  readonly specifier: string;
  /** From the project's folder. */
  readonly path: string;
  /** Whether the whole import is gone once the types are. */
  readonly isType: boolean;
}

export interface SourceFile {
  /** From the project's folder. */
  readonly path: string;
  /** The text without its comments. */
  readonly code: string;
  readonly lineCount: number;
  readonly imports: readonly OwnImport[];
}

/** Reads the files that match the patterns, seen from the project's folder. */
export function readSourceTree(patterns: string[]): SourceFile[] {
  return globSync(patterns, { cwd: PROJECT }).sort().map(readSourceFile);
}

function readSourceFile(file: string): SourceFile {
  const text = readFileSync(path.join(PROJECT, file), 'utf8');
  const code = text.replace(COMMENT_LINE, '');
  const lineCount = text.trimEnd().split('\n').length;
  return { path: file, code, lineCount, imports: findOwnImports(file, code) };
}

/** Finds the imports of our own files, by value or type, static or dynamic. Packages do not count. */
export function findOwnImports(file: string, code: string): OwnImport[] {
  return [...code.matchAll(IMPORT)].flatMap(({ groups }) => {
    const specifier = groups?.['from'] ?? groups?.['bare'] ?? '';
    if (!specifier.startsWith('#') && !specifier.startsWith('.')) return [];
    const target = specifier.startsWith('#')
      ? specifier.slice(1)
      : path.join(path.dirname(file), specifier);
    return [{ specifier, path: target, isType: groups?.['type'] !== undefined }];
  });
}

/** Finds a way along the arrows that ends where it began; null where there is none. */
export function findCycle(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>();

  function walk(node: string, way: readonly string[]): string[] | null {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of arrows.get(node) ?? []) {
      const cycle = walk(next, [...way, node]);
      if (cycle !== null) return cycle;
    }
    done.add(node);
    return null;
  }

  for (const node of arrows.keys()) {
    const cycle = walk(node, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
