import { setTimeout as wait } from 'node:timers/promises';
import { askEngine, type Engine } from '#scripts/image/engine.ts';
import { runContainer } from '#scripts/image/run-container.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { median } from '../median.ts';
import type { StartUp } from '../measures/start-up.ts';

interface FirstAnswerPlan {
  readonly times: number;
  /** Whether the compiled code of the image may be used. */
  readonly isCached: boolean;
}

const WORKERS = 2;
const BETWEEN_TRIES_MS = 5;

/** Starts containers one after the other, and times each. */
export async function measureFirstAnswers(
  engine: Engine,
  tag: string,
  { times, isCached }: FirstAnswerPlan,
): Promise<StartUp> {
  const startsMs: number[] = [];
  for (let time = 0; time < times; time += 1) {
    startsMs.push(await measureFirstAnswer(engine, tag, isCached));
  }
  return { medianMs: median(startsMs), slowestMs: Math.max(...startsMs) };
}

/** Starts a container, and times it from the start of its first process to its first page, in milliseconds. */
export async function measureFirstAnswer(
  engine: Engine,
  tag: string,
  isCached = true,
): Promise<number> {
  const environment = {
    NOTIFY_ENVIRONMENT: 'test',
    WEB_CONCURRENCY: String(WORKERS),
    SHUTDOWN_DELAY_SECONDS: '0',
    ...(isCached ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }),
  };
  const container = runContainer(engine, await findFreePort(), { tag, environment });
  const answeredAt = await firstAnswerAt(`${container.url}/cookies`);
  const format = '--format={{json .State.StartedAt}}';
  const startedAt = askEngine(engine, 'inspect', format, container.id);
  container.stop();
  container.remove();
  return answeredAt - Date.parse(startedAt.replaceAll('"', ''));
}

async function firstAnswerAt(url: string): Promise<number> {
  for (;;) {
    const status = await fetch(url)
      .then((response) => response.status)
      .catch(() => null);
    if (status === 200) return Date.now();
    await wait(BETWEEN_TRIES_MS);
  }
}
