import { describe, expect, it } from 'vitest';
import { findCycle, findOwnImports } from '#tests/support/source-tree.ts';

describe('findOwnImports', () => {
  it.each([
    ["import { a } from './a.ts';", 'lib/room/a.ts', false],
    ["import {\n  a,\n  b,\n} from '../other/a.ts';", 'lib/other/a.ts', false],
    ["import type { A } from '#lib/other/a.ts';", 'lib/other/a.ts', true],
    ["import '#app/a.ts';", 'app/a.ts', false],
    ["export * from './a.ts';", 'lib/room/a.ts', false],
    ["export type { A } from './a.ts';", 'lib/room/a.ts', true],
    ["const { a } = await import('./a.ts');", 'lib/room/a.ts', false],
    ["let a: import('./a.ts').A;", 'lib/room/a.ts', false],
    ["import a from './a.json' with { type: 'json' };", 'lib/room/a.json', false],
  ])('understands %j', (code, path, isType) => {
    expect(findOwnImports('lib/room/file.ts', code)).toMatchObject([{ path, isType }]);
  });

  it('leaves packages out', () => {
    const code = "import { z } from 'zod';\nimport path from 'node:path';";
    expect(findOwnImports('lib/room/file.ts', code)).toEqual([]);
  });
});

describe('findCycle', () => {
  it.each([
    ['a longer way round', { a: ['b'], b: ['c', 'd'], c: [], d: ['b'] }, ['b', 'd', 'b']],
    ['a file that imports itself', { a: ['a'] }, ['a', 'a']],
    ['no cycle where two ways lead to one file', { a: ['b', 'c'], b: ['c'], c: [] }, null],
  ])('finds %s', (_, arrows, cycle) => {
    const sets = Object.entries(arrows).map(([from, to]) => [from, new Set(to)] as const);
    expect(findCycle(new Map(sets))).toEqual(cycle);
  });
});
