import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { findLiterals, findProgramRegExps } from '#tests/support/program-regexps.ts';
import { worstTexts, type WorstText } from '#tests/support/worst-texts.ts';

/** Short enough to be found out at once where the time is not linear, and long enough for all. */
const LENGTHS = [300, 10_000];
const TIMES_LONGER = 10;
/** Half way between linear, where that takes 10 times as long, and quadratic, where it takes 100. */
const MOST_GROWTH = 31;
const ATTEMPTS = 4;
/** An expression that takes exponential time would else never end. */
const GIVE_UP_MS = 20_000;

const regExps = await findProgramRegExps();

/** How many times longer an expression takes for texts ten times as long, up to 100,000 characters. */
function growth(regExp: RegExp, giveUpMs = GIVE_UP_MS): number {
  const makers = worstTexts(regExp);
  const measure = () => {
    for (const length of LENGTHS) {
      const grown = growthFrom(length, regExp, makers);
      if (grown > MOST_GROWTH) return grown;
    }
    return TIMES_LONGER;
  };
  return runInNewContext('measure()', { measure }, { timeout: giveUpMs }) as number;
}

/** Measured again where it is too much, since the machine may have done something else. */
function growthFrom(length: number, regExp: RegExp, makers: readonly WorstText[]): number {
  const short = makers.map((make) => make(length));
  const long = makers.map((make) => make(length * TIMES_LONGER));
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && least > MOST_GROWTH; attempt += 1) {
    least = Math.min(least, bestMs(regExp, long, 1) / bestMs(regExp, short, TIMES_LONGER));
  }
  return least;
}

/** How long one look at each text takes, in the best of several attempts. */
function bestMs(regExp: RegExp, texts: readonly string[], repeats: number): number {
  const attempts = Array.from({ length: ATTEMPTS }, () => {
    const startedAt = performance.now();
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      for (const text of texts) text.replace(regExp, '');
    }
    return (performance.now() - startedAt) / repeats;
  });
  return Math.min(...attempts);
}

describe(
  'every regular expression takes time in proportion to its text',
  { timeout: 2 * GIVE_UP_MS },
  () => {
    it.each(regExps.map(({ file, regExp }) => [file, regExp] as const))('%s: %s', (_, regExp) => {
      expect(growth(regExp), 'It backtracks: a long text could stop the program.').toBeLessThan(
        MOST_GROWTH,
      );
    });

    it.each([/^(?:a|b|ab)*$/, /\s+$/, /^[a-z]+[a-z0-9]+$/, /key=.*;/, /(\w+,?)+:/])(
      'which is how %s would be found out',
      (regExp) => {
        const grows = () => expect(growth(regExp, 1_000)).toBeLessThan(MOST_GROWTH);
        expect(grows).toThrow();
      },
    );
  },
);

describe('none is overlooked', () => {
  it('in the program', () => {
    const files = new Set(regExps.map(({ file }) => file));
    expect([...files]).toEqual(
      expect.arrayContaining(['lib/documents/email-address.ts', 'lib/request/route-of.ts']),
    );
  });

  it.each([
    ['const two = 1 / 2 / 3; const text = "/no/";', []],
    ['text.replace(/[/"]+/gu, "")', [/[/"]+/gu]],
    ['const element = <p title={/a\\/b/.source}>/not/</p>;', [/a\/b/]],
  ])('in %s', (code, expected) => {
    expect(findLiterals(code, 'some.tsx')).toEqual(expected);
  });
});
