import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** A shell ends without telling the program that it runs, which would go on for ever. */
it.each(Object.entries(scripts).filter(([, script]) => /\b(?:node|npm run)\b/.test(script)))(
  'npm run %s takes the place of its shell, so that it gets the signals of npm',
  (_, script) => {
    expect(script.split(' && ').at(-1)).toMatch(/^exec /);
  },
);
