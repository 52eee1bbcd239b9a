import { parseArgs } from 'node:util';
import { buildImage } from '#scripts/image/build-image.ts';
import { askEngine, findEngine, type Engine } from '#scripts/image/engine.ts';
import { findBase } from '#scripts/image/find-base.ts';
import { measureFirstAnswer, measureFirstAnswers } from './image/first-answer.ts';
import { measureImageMemory } from './image/image-memory.ts';
import { stopChildren } from './rig/child.ts';
import { startSystems } from './rig/systems.ts';

interface Row {
  readonly what: string;
  readonly measured: number;
  /** The budget; null of a figure that is there to compare with. */
  readonly most: number | null;
  readonly unit: 'MB' | 'ms';
}

const MOST_ABOVE_BASE_MB = 60;
const MOST_FIRST_ANSWER_MS = 1_000;
const MOST_ONE_WORKER_MB = 200;
const MOST_EACH_MORE_MB = 120;
const WORKERS = [1, 2, 3];

const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '9' },
    requests: { type: 'string', default: '50000' },
  },
});

/** Builds the image and measures what its budget is about. */
async function measureImage(): Promise<readonly Row[]> {
  const engine = await findEngine();
  const tag = 'document-download-frontend:measured';
  await buildImage(engine, { tag });
  return [
    await measureSize(engine, tag),
    ...(await measureStarts(engine, tag)),
    ...(await measureMemory(engine, tag)),
  ];
}

async function measureSize(engine: Engine, tag: string): Promise<Row> {
  const measured = sizeMbOf(engine, tag) - sizeMbOf(engine, await findBase(engine));
  return { what: 'size above the base', measured, most: MOST_ABOVE_BASE_MB, unit: 'MB' };
}

async function measureStarts(engine: Engine, tag: string): Promise<readonly Row[]> {
  const row = (how: string, measured: number, most: Row['most']) =>
    ({ what: `first answer ${how}`, measured, most, unit: 'ms' }) as const;
  const times = Number(values.starts);
  const fromDiskMs = await measureFirstAnswer(engine, tag);
  const cached = await measureFirstAnswers(engine, tag, { times, isCached: true });
  const compiling = await measureFirstAnswers(engine, tag, { times, isCached: false });
  return [
    row('of a new image, read from disk', fromDiskMs, null),
    row('with compiled code, median', cached.medianMs, MOST_FIRST_ANSWER_MS),
    row('with compiled code, slowest', cached.slowestMs, MOST_FIRST_ANSWER_MS),
    row('without compiled code, median', compiling.medianMs, null),
  ];
}

async function measureMemory(engine: Engine, tag: string): Promise<readonly Row[]> {
  const systems = await startSystems();
  const requests = Number(values.requests);
  const rows: Row[] = [];
  for (const workers of WORKERS) {
    const measured = await measureImageMemory(engine, tag, systems, { workers, requests });
    const most = MOST_ONE_WORKER_MB + MOST_EACH_MORE_MB * (workers - 1);
    rows.push({
      what: `memory of ${workers} worker(s) after ${requests}`,
      measured,
      most,
      unit: 'MB',
    });
  }
  return rows;
}

function sizeMbOf(engine: Engine, image: string): number {
  return Number(askEngine(engine, 'image', 'inspect', '--format={{.Size}}', image)) / 1e6;
}

function print(rows: readonly Row[]): void {
  for (const { what, measured, most, unit } of rows) {
    const budget = most === null ? '' : `  (at most ${most} ${unit})`;
    console.log(`${what.padEnd(46)}${measured.toFixed(1).padStart(8)} ${unit}${budget}`);
  }
}

try {
  const rows = await measureImage();
  print(rows);
  const isOver = ({ measured, most }: Row) => most !== null && measured > most;
  process.exitCode = rows.some(isOver) ? 1 : 0;
} finally {
  await stopChildren();
}
