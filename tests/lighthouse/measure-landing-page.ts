import { mkdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { median } from '#bench/median.ts';
import { samples } from '#sandbox/samples.ts';
import { runCommand } from '#scripts/run-command.ts';
import { CHROMIUM } from '#tests/support/chromium.ts';
import { startWorld } from '#tests/support/start-world.ts';

/** Fetched when it is needed: with all that it brings it is larger than the rest of the packages. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const REPORT = 'tmp/lighthouse.json';
/** One run may fall into a busy moment of the machine; the middle one of three tells. */
const RUNS = 3;

/** What a landing page has to score on a phone, in hundredths. */
const LEAST_SCORES = { performance: 99, accessibility: 100, 'best-practices': 100 } as const;

type Category = keyof typeof LEAST_SCORES;

const categories: readonly Category[] = ['performance', 'accessibility', 'best-practices'];

const Report = z.object({
  categories: z.record(z.enum(categories), z.object({ score: z.number().nullable() })),
});

/** Prints Lighthouse's scores of the landing page, and ends with 1 where one is too low. */
async function measureLandingPage(): Promise<void> {
  mkdirSync('tmp', { recursive: true });
  const world = await startWorld({});
  try {
    const scores = [];
    for (let run = 0; run < RUNS; run += 1) {
      scores.push(await runLighthouse(world.app.url + samples['asks-for-email'].path));
    }
    for (const category of categories) {
      report(
        category,
        scores.map((score) => score[category]),
      );
    }
  } finally {
    await world.stop();
  }
}

async function runLighthouse(url: string): Promise<Record<Category, number>> {
  const code = await runCommand(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      '--no-enable-error-reporting',
      `--only-categories=${categories.join(',')}`,
      '--output=json',
      `--output-path=${REPORT}`,
      `--chrome-flags=--headless=new ${CHROMIUM.args.join(' ')}`,
    ],
    { env: { CHROME_PATH: CHROMIUM.executablePath, ...process.env } },
  );
  if (code !== 0) throw new Error('Lighthouse could not measure the page');
  const { categories: found } = Report.parse(JSON.parse(readFileSync(REPORT, 'utf8')));
  const scoreOf = (category: Category) => Math.round((found[category].score ?? 0) * 100);
  return {
    performance: scoreOf('performance'),
    accessibility: scoreOf('accessibility'),
    'best-practices': scoreOf('best-practices'),
  };
}

function report(category: Category, scores: readonly number[]): void {
  const middle = median(scores);
  const least = LEAST_SCORES[category];
  const isEnough = middle >= least;
  console.log(
    `${category}: ${middle} (of ${scores.join(', ')}), wanted ${least}${isEnough ? '' : ' – too low'}`,
  );
  if (!isEnough) process.exitCode = 1;
}

await measureLandingPage();
