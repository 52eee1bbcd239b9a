import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from '#scripts/run-command.ts';
import { ask } from '#tests/support/ask.ts';
import type { App } from '#tests/support/start-app.ts';
import { makeTrouble } from './faults.ts';
import { judge } from './judge.ts';
import { measure, type Sample } from './measure.ts';
import { startMixedLoad } from './mixed-load.ts';
import { describeAnswers, describeSample, describeVerdict } from './report.ts';
import { startSurroundings, type Surroundings } from './surroundings.ts';
import { createVisits } from './visits.ts';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 20);
/** While memory settles nothing is judged. */
const WARM_UP_SHARE = 1 / 4;
const VISITS_PER_SECOND = 40;

const MS_PER_MINUTE = 60_000;
const SAMPLE_EVERY_MS = 2_000;
const PRINT_EVERY = 15;

/** What the program took, and how it fared. */
interface Soaked {
  readonly samples: readonly Sample[];
  readonly answers: ReadonlyMap<number | 'none', number>;
  readonly hasLostWorkers: boolean;
}

/** Lets visitors come and things go wrong for a while. */
async function soak(surroundings: Surroundings): Promise<Soaked> {
  const { app, documents } = surroundings;
  const workers = app.workers();
  const end = new AbortController();
  const trouble = makeTrouble(surroundings, end.signal);
  const load = startMixedLoad(createVisits(app.url, documents), VISITS_PER_SECOND);
  const samples = await watch(app);
  end.abort();
  await trouble;
  await load.stop();
  const hasLostWorkers = app.workers().join() !== workers.join();
  return { samples, answers: load.counts, hasLostWorkers };
}

/** Looks at the program now and then, as Prometheus does at its metrics. */
async function watch(app: App): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const startMs = performance.now();
  while (performance.now() - startMs < MINUTES * MS_PER_MINUTE) {
    await pause(SAMPLE_EVERY_MS);
    await ask(`${app.url}/metrics`).then((answer) => answer.arrayBuffer());
    const sample = measure([app.pid, ...app.workers()]);
    samples.push(sample);
    if (samples.length % PRINT_EVERY === 0) print(describeSample(sample, startMs));
  }
  return samples;
}

/** Prints what came of it; true when all is well. */
function report({ samples, answers, hasLostWorkers }: Soaked): boolean {
  const verdicts = judge(samples.slice(Math.floor(samples.length * WARM_UP_SHARE)));
  print(describeAnswers(answers));
  for (const verdict of verdicts) print(describeVerdict(verdict));
  if (hasLostWorkers) print('A worker died.');
  // A bug, or no answer at all; whatever else goes wrong has to, while something around it does.
  const hasFailed = hasLostWorkers || answers.has(500) || answers.has('none');
  return !hasFailed && verdicts.every(({ isFlat }) => isFlat);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(): Promise<boolean> {
  const built = await runCommand('npm', ['run', '--silent', 'build:all']);
  if (built !== 0) return false;
  const surroundings = await startSurroundings();
  try {
    return report(await soak(surroundings));
  } finally {
    await surroundings.stop();
  }
}

process.exitCode = (await run()) ? 0 : 1;
