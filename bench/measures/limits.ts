import { Redis } from 'ioredis';
import * as z from 'zod';
import { untilItAnswers } from '#scripts/until-it-answers.ts';
import { saturate } from '../load/saturate.ts';
import { countConnections } from '../rig/count-connections.ts';
import { startApp, type Systems } from '../rig/systems.ts';
import { scenario } from '../scenarios.ts';

/** What a worker that has as much to do as it can takes of everything that it needs. */
export interface Limits {
  /** How long document-download-api thinks about each answer. */
  readonly apiDelayMs: number;
  readonly pagesPerSecond: number;
  /** How much of one core the program takes, and how much of another Redis does. */
  readonly programCores: number;
  readonly redisCores: number;
  readonly redisCommandsPerPage: number;
  /** How many pages a second it takes until Redis, which has one core, can do no more. */
  readonly pagesPerSecondOfRedis: number;
  readonly apiCallsPerPage: number;
  /** Open to the APIs, at most at any moment. */
  readonly apiConnections: number;
}

export interface LimitsPlan {
  readonly apiDelayMs: number;
  /** Who ask all the time: enough that the worker never waits for one. */
  readonly visitors: number;
  readonly seconds: number;
}

const LOOK_EVERY_MS = 100;
const US_PER_SECOND = 1e6;

/** Asks one worker for its landing page at full speed. */
export async function measureLimits(
  systems: Systems,
  { apiDelayMs, visitors, seconds }: LimitsPlan,
): Promise<Limits> {
  const app = await startApp(systems);
  await saturate(app, scenario('landing'), seconds);
  await delayDocuments(systems, apiDelayMs);
  const [redisBefore, callsBefore] = [await readRedis(systems), await countCalls(systems)];
  const mostConnections = watchConnections(app.pid, systems);
  const measured = await saturate(app, scenario('landing'), seconds, visitors);
  const apiConnections = mostConnections();
  const [redis, calls] = [await readRedis(systems), await countCalls(systems)];
  await app.stop();
  const { requestsPerSecond, cpuUsPerRequest } = measured;
  const pages = requestsPerSecond * seconds;
  const redisCores = (redis.cpuSeconds - redisBefore.cpuSeconds) / seconds;
  return {
    apiDelayMs,
    pagesPerSecond: requestsPerSecond,
    programCores: (requestsPerSecond * cpuUsPerRequest) / US_PER_SECOND,
    redisCores,
    redisCommandsPerPage: (redis.commands - redisBefore.commands) / pages,
    pagesPerSecondOfRedis: requestsPerSecond / redisCores,
    apiCallsPerPage: (calls - callsBefore) / pages,
    apiConnections,
  };
}

/** Counts from now on; the function that it returns ends that and tells how many there were at most. */
function watchConnections(pid: number, { apiUrl }: Systems): () => number {
  const port = Number(new URL(apiUrl).port);
  const counts: number[] = [];
  const look = setInterval(() => counts.push(countConnections(pid, port)), LOOK_EVERY_MS);
  return () => {
    clearInterval(look);
    return Math.max(...counts);
  };
}

async function readRedis({ redisUrl }: Systems) {
  const redis = new Redis(redisUrl);
  const info = await redis.info();
  redis.disconnect();
  const read = (name: string) => Number(new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1]);
  return {
    cpuSeconds: read('used_cpu_sys') + read('used_cpu_user'),
    commands: read('total_commands_processed'),
  };
}

async function delayDocuments({ apiUrl }: Systems, delayMs: number): Promise<void> {
  await untilItAnswers(`${apiUrl}/_sandbox/calls`);
  const body = JSON.stringify({ documents: { delayMs } });
  const { ok, status } = await fetch(`${apiUrl}/_sandbox/faults`, { method: 'PUT', body });
  if (!ok) throw new Error(`the sandbox answers ${status}`);
}

const Calls = z.object({ counts: z.record(z.string(), z.number()) });

async function countCalls({ apiUrl }: Systems): Promise<number> {
  const answer = await fetch(`${apiUrl}/_sandbox/calls`);
  const { counts } = Calls.parse(await answer.json());
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
