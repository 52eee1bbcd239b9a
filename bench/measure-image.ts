import { parseArgs } from 'node:util';
import { buildImage } from '#scripts/image/build-image.ts';
import { askEngine, findEngine, type Engine } from '#scripts/image/engine.ts';
import { findBase } from '#scripts/image/find-base.ts';
import { measureFirstAnswer } from './image/first-answer.ts';
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

/** Builds the image, holds it against its budget, and prints a table. */
async function measureImage(): Promise<readonly Row[]> {
  const engine = await findEngine();
  const tag = 'document-download-frontend:measured';
  await buildImage(engine, { tag });
  const aboveBaseMb = sizeMbOf(engine, tag) - sizeMbOf(engine, await findBase(engine));
  const row = (what: string, measured: number, most: Row['most'], unit: Row['unit']) =>
    ({ what, measured, most, unit }) as const;
  const rows: Row[] = [row('size above the base', aboveBaseMb, MOST_ABOVE_BASE_MB, 'MB')];
  for (const isCached of [true, false]) {
    const { medianMs, slowestMs } = await measureFirstAnswer(engine, tag, {
      times: Number(values.starts),
      isCached,
    });
    const how = isCached ? 'with compiled code' : 'without compiled code';
    // Without it, only what it is worth is to be seen.
    const most = isCached ? MOST_FIRST_ANSWER_MS : null;
    rows.push(row(`first answer ${how}, median`, medianMs, most, 'ms'));
    rows.push(row(`first answer ${how}, slowest`, slowestMs, most, 'ms'));
  }
  const systems = await startSystems();
  for (const workers of WORKERS) {
    const memoryMb = await measureImageMemory(engine, tag, systems, {
      workers,
      requests: Number(values.requests),
    });
    const most = MOST_ONE_WORKER_MB + MOST_EACH_MORE_MB * (workers - 1);
    rows.push(row(`memory of ${workers} worker(s) after ${values.requests}`, memoryMb, most, 'MB'));
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
