import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const PROGRAM = ['{app,lib,server}/**/*.{ts,tsx}', '{middleware,instrumentation}.ts'];

/** A regular expression of the program. */
export interface ProgramRegExp {
  /** The file that it is in, from the project's folder. */
  readonly file: string;
  readonly regExp: RegExp;
}

/**
 * Finds every regular expression of the program: those written as such, and those put together.
 * @throws when one is put together where loading the module does not show it
 */
export async function findProgramRegExps(): Promise<ProgramRegExp[]> {
  const found: ProgramRegExp[] = [];
  for (const file of globSync(PROGRAM, { cwd: PROJECT }).sort()) {
    const code = readFileSync(path.join(PROJECT, file), 'utf8');
    const made = code.includes('new RegExp(') ? await recordMade(file) : [];
    found.push(...[...findLiterals(code, file), ...made].map((regExp) => ({ file, regExp })));
  }
  return found;
}

/** The regular expressions that are written in a file. A parser tells them from divisions. */
export function findLiterals(code: string, file: string): RegExp[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const literals: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(readLiteral(node.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, kind));
  return literals;
}

function readLiteral(text: string): RegExp {
  const end = text.lastIndexOf('/');
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}

/** Loads a file with a constructor that remembers what this file makes. */
async function recordMade(file: string): Promise<RegExp[]> {
  const made: RegExp[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: ConstructorParameters<RegExpConstructor>) {
      const regExp = new target(...args);
      const [, , maker = ''] = new Error().stack?.split('\n') ?? [];
      if (maker.includes(file)) made.push(regExp);
      return regExp;
    },
  });
  try {
    await import(path.join(PROJECT, file));
  } finally {
    globalThis.RegExp = original;
  }
  if (made.length > 0) return made;
  throw new Error(
    `Make the regular expressions of ${file} when it loads, so that they are tested.`,
  );
}
