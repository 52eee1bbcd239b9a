import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { variables } from '#lib/config/variables.ts';
import { routeOf } from '#lib/request/route-of.ts';

const DOCUMENTS = globSync(['*.md', 'docs/**/*.md']).toSorted();

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** Of Node and of the scripts that build images. */
const NAMES_OF_OTHERS = [
  'MALLOC_ARENA_MAX',
  'IMAGE_BASE',
  'NODE_DISABLE_COMPILE_CACHE',
  'SCHED_NONE',
];

/** Operators make these; no repository is to hold them. */
const MADE_BY_OPERATORS = /^deploy\/(?:nginx\/tls|prometheus\/metrics-token)/;

const OTHER_ADDRESSES = /^\/(?:home\/vcap|tmp$|proc$|assets\/$)/;

/** What texts name, and whether that is there. */
const REFERENCES: readonly {
  readonly what: string;
  readonly pattern: RegExp;
  readonly isThere: (name: string, document: string) => boolean;
}[] = [
  {
    what: 'npm scripts',
    pattern: /\bnpm (?:run )?(?<name>(?<=run )[\w:]+|test|start)\b/g,
    isThere: (name) => name in scripts,
  },
  {
    what: 'files',
    pattern:
      /(?<![\w./-])(?<name>(?:app|assets|bench|deploy|docs|lib|sandbox|scripts|server|tests)\/[\w./[\]%*-]*\w)/g,
    isThere: (name) => MADE_BY_OPERATORS.test(name) || globSync(name).length > 0,
  },
  {
    what: 'links to files',
    pattern: /\]\((?<name>[\w./-]+)(?:#[\w-]+)?\)/g,
    isThere: (name, document) => existsSync(path.join(path.dirname(document), name)),
  },
  {
    what: 'links to headings',
    pattern: /\]\((?<name>(?:[\w./-]+\.md)?#[\w-]+)\)/g,
    isThere: hasHeading,
  },
  {
    what: 'variables',
    pattern: /`(?<name>[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?==|`)/g,
    isThere: (name) => name in variables || NAMES_OF_OTHERS.includes(name),
  },
  {
    what: 'addresses of the program',
    pattern: /(?:`|https:\/\/documents\.example\.gov\.uk)(?<name>\/[_a-z][\w/-]*)(?=[`?])/g,
    isThere: (name) => OTHER_ADDRESSES.test(name) || routeOf(name).endpoint !== null,
  },
];

function hasHeading(link: string, document: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? document : path.join(path.dirname(document), file);
  const headings = readFileSync(target, 'utf8').matchAll(/^#+ (?<heading>.+)$/gm);
  return [...headings].some(({ groups }) => anchorOf(groups?.['heading'] ?? '') === anchor);
}

/** As GitHub makes them. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

it.each(REFERENCES)('the $what that documents name are there', ({ pattern, isThere }) => {
  const named = DOCUMENTS.flatMap((document) =>
    [...readFileSync(document, 'utf8').matchAll(pattern)].map(
      ({ groups }) => [document, groups?.['name'] ?? ''] as const,
    ),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(([document, name]) => !isThere(name, document))).toEqual([]);
});
