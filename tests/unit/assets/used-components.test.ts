import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceTree, type SourceFile } from '#tests/support/source-tree.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const MACROS = path.join(PROJECT, 'node_modules/govuk-frontend/dist/govuk/components');
const COMPONENTS = readSourceTree(['lib/govuk/*.tsx']);
const PAGES = readSourceTree(['{app,lib}/**/*.tsx']).filter(
  ({ path: file }) => !file.startsWith('lib/govuk/'),
);
const isForStaff = ({ path: file }: SourceFile) => file.startsWith('app/preview/');

function readAsset(file: string): string {
  return readFileSync(path.join(PROJECT, 'assets', file), 'utf8');
}

/** The components of lib/govuk among some imports, with those that they are made of. */
function withParts(imported: readonly string[]): string[] {
  const found = COMPONENTS.filter(({ path: file }) => imported.includes(file));
  return found.flatMap((component) => [
    path.basename(component.path, '.tsx'),
    ...withParts(component.imports.map(({ path: file }) => file)),
  ]);
}

/** Without the parts that only lib/govuk has, which bring no styles. */
function usedOn(pages: readonly SourceFile[]): string[] {
  const onPages = pages.flatMap(({ imports }) => withParts(imports.map(({ path: file }) => file)));
  return [...new Set(onPages)].filter((name) => existsSync(path.join(MACROS, name))).sort();
}

function styledBy(file: string): (string | undefined)[] {
  const styles = readAsset(file).matchAll(/\/components\/([a-z-]+)['"]/g);
  return [...styles].map(([, name]) => name);
}

const used = usedOn(PAGES.filter((page) => !isForStaff(page)));

describe('the assets', () => {
  it('have the styles of those components that pages use, and no others', () => {
    expect(styledBy('application.scss')).toEqual(used);
  });

  it('have for staff the styles of what only their pages use, and no others', () => {
    const onlyForStaff = usedOn(PAGES.filter(isForStaff)).filter((name) => !used.includes(name));
    expect(styledBy('staff.scss')).toEqual(onlyForStaff);
  });

  it('have the scripts of those components that pages use, and no others', () => {
    const scripted = [...readAsset('application.ts').matchAll(/createAll\(([A-Za-z]+)\)/g)];
    const withScript = used.filter((name) => existsSync(path.join(MACROS, name, `${name}.mjs`)));
    expect(scripted.map(([, name = '']) => kebabCase(name))).toEqual(withScript);
  });
});

function kebabCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
