import { describe, expect, it } from 'vitest';
import { findCycle, readSourceTree } from '#tests/support/source-tree.ts';
import type { OwnImport, SourceFile } from '#tests/support/source-tree.ts';

const PROGRAM = readSourceTree([
  '{app,lib,server,sandbox,scripts}/**/*.{ts,tsx,mjs}',
  '{middleware,instrumentation}.ts',
]);
const TESTS = readSourceTree(['tests/**/*.{ts,tsx,mjs}']);

/** What each part may import besides itself. A file obeys the first line that it is in. */
const MAY_IMPORT: readonly (readonly [part: string, others: readonly string[]])[] = [
  ['lib/secret', []],
  ['lib/process', []],
  ['lib/documents', ['lib/secret']],
  ['lib/rate-limit/policies.ts', []],
  ['lib/redis/redis-settings.ts', ['lib/secret']],
  [
    'lib/config',
    ['lib/secret', 'lib/process', 'lib/rate-limit/policies.ts', 'lib/redis/redis-settings.ts'],
  ],
  ['lib/language', ['lib/secret', 'types of lib/documents']],
  ['lib', []],
  ['app', ['lib']],
  ['server', ['lib']],
  ['sandbox', ['lib']],
  ['scripts', ['lib', 'server', 'sandbox']],
  ['middleware.ts', ['lib']],
  ['instrumentation.ts', ['lib']],
];

function isIn(part: string, path: string): boolean {
  return path === part || path.startsWith(`${part}/`);
}

/** The folder that a file stands for when others import it: `lib/{room}`, else the top folder. */
function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/');
  return top === 'lib' ? `lib/${room}` : top;
}

function isAllowed(part: string, others: readonly string[], imported: OwnImport): boolean {
  return (
    [part, ...others].some((other) => isIn(other, imported.path)) ||
    (imported.isType && others.some((other) => isIn(other.replace('types of ', ''), imported.path)))
  );
}

function describeImports(
  files: readonly SourceFile[],
  isWrong: (file: SourceFile, imported: OwnImport) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((imported) => isWrong(file, imported))
      .map((imported) => `${file.path} imports ${imported.specifier}`),
  );
}

function describeCycle(nameOf: (path: string) => string): string {
  const arrows = new Map<string, Set<string>>();
  for (const file of PROGRAM) {
    const from = nameOf(file.path);
    const others = file.imports
      .map((imported) => nameOf(imported.path))
      .filter((target) => target !== from);
    arrows.set(from, new Set([...(arrows.get(from) ?? []), ...others]));
  }
  return findCycle(arrows)?.join(' → ') ?? 'no cycle';
}

describe('imports', () => {
  it.each(MAY_IMPORT)('point one way from %s', (part, others) => {
    const files = PROGRAM.filter(
      ({ path }) => MAY_IMPORT.find(([first]) => isIn(first, path))?.[0] === part,
    );
    const wrong = describeImports(files, (_, imported) => !isAllowed(part, others, imported));
    const permitted = ['itself', ...others].join(', ');
    expect(
      wrong,
      `${part} may import only ${permitted}. Hand over what it needs as an argument, or move it to a room that both may import.`,
    ).toEqual([]);
  });

  it('between rooms start with #, so that a room can be moved without a change inside', () => {
    const wrong = describeImports(
      PROGRAM,
      (file, { specifier, path }) =>
        specifier.startsWith('.') && roomOf(path) !== roomOf(file.path),
    );
    expect(wrong, 'Write #lib/room/file.ts instead of ../room/file.ts.').toEqual([]);
  });

  it('name the file with its extension, since Node runs it as it is', () => {
    const wrong = describeImports(PROGRAM, (_, { path }) => !/\.(?:tsx?|mjs|json)$/.test(path));
    expect(wrong, 'Add the extension .ts or .tsx.').toEqual([]);
  });

  it('form no cycle of files', () => {
    const advice = 'Move what both need to a third file, or hand it over as an argument.';
    expect(
      describeCycle((path) => path),
      advice,
    ).toBe('no cycle');
  });

  it('form no cycle of rooms', () => {
    const advice = 'Move what both rooms need to the one that the other may import.';
    expect(describeCycle(roomOf), advice).toBe('no cycle');
  });
});

describe('the environment', () => {
  const READS_ENVIRONMENT = /\bprocess\.env\b|\bimport\.meta\.env\b|\benv\b.+from 'node:process'/;
  /** Next replaces this one when it builds, to leave out what another runtime cannot load. */
  const NEXT_RUNTIME = /process\.env(?:\.NEXT_RUNTIME|\[['"]NEXT_RUNTIME['"]\])/g;

  it('is read by lib/config alone', () => {
    const readers = PROGRAM.filter(({ path }) => /^(?:app|lib)\/|^[^/]+$/.test(path))
      .filter(({ path }) => !isIn('lib/config', path))
      .map(({ path, code }) => ({
        path,
        code: path === 'instrumentation.ts' ? code.replace(NEXT_RUNTIME, '') : code,
      }))
      .filter(({ code }) => READS_ENVIRONMENT.test(code));
    expect(
      readers.map(({ path }) => path),
      'Declare the variable in the schema of lib/config and take its value as an argument.',
    ).toEqual([]);
  });
});

describe('files', () => {
  it.each([
    ['of lib', 150, PROGRAM.filter(({ path }) => isIn('lib', path))],
    ['of the program and its tests', 250, [...PROGRAM, ...TESTS]],
  ])('%s have at most %i lines', (_, maxLineCount, files) => {
    const tooLong = files
      .filter(({ lineCount }) => lineCount > maxLineCount)
      .map(({ path, lineCount }) => `${path} has ${lineCount} lines`);
    expect(tooLong, 'Split the file by what its parts are about.').toEqual([]);
  });
});

it('sees the whole program', () => {
  expect(PROGRAM.map(({ path }) => path)).toContain('lib/documents/document-link.ts');
  expect(PROGRAM.flatMap(({ imports }) => imports).length).toBeGreaterThan(0);
});
