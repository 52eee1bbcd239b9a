import type { OutageEvents } from '#lib/outage/outage-guard.ts';
import { connectRedis, type RedisConnection } from '#lib/redis/connect-redis.ts';
import { parseRedisSettings, type RedisVariables } from '#lib/redis/redis-settings.ts';
import { Secret } from '#lib/secret/secret.ts';
import { eventually } from './eventually.ts';
import { LONGEST_WAIT_MS } from './longest-wait.ts';
import { settlesWithin } from './settles-within.ts';

/** A connection as the program makes it, with the changes that it told of: `ready`, `lost`. */
export interface ObservedConnection extends RedisConnection {
  readonly changes: readonly string[];
  readonly reasons: readonly string[];
}

export type OtherRedisVariables = Partial<Omit<RedisVariables, 'REDIS_URL'>>;

/** Longer than a busy machine takes for anything. */
const PATIENT_DEADLINE_MS = 20_000;

/** Connects, and waits until it is known whether Redis is there. */
export async function observeRedis(
  url: string,
  variables: OtherRedisVariables = {},
  deadlineMs?: number,
): Promise<ObservedConnection> {
  const changes: string[] = [];
  const reasons: string[] = [];
  const settings = parseRedisSettings({
    REDIS_URL: new Secret(url),
    REDIS_MODE: 'single',
    REDIS_SENTINEL_NAME: undefined,
    REDIS_SENTINEL_PASSWORD: undefined,
    REDIS_TLS_CA: undefined,
    ...variables,
  });
  const events: OutageEvents = {
    onChange(availability, reason) {
      changes.push(availability);
      reasons.push(reason);
    },
  };
  const connection = connectRedis(settings, events, deadlineMs);
  await connection.firstProbe;
  return { ...connection, changes, reasons };
}

/**
 * Connects to a Redis that is there, and loses it only when the connection is lost, never because a busy
 * machine is late: for what commands do, as opposed to how long they take.
 */
export async function connectPatiently(
  url: string,
  variables: OtherRedisVariables = {},
): Promise<ObservedConnection> {
  const connection = await observeRedis(url, variables, PATIENT_DEADLINE_MS);
  await eventually(() => connection.isReady());
  return connection;
}

/** What happened to commands that were sent one every few milliseconds for a while. */
export interface LoadResult {
  readonly answered: number;
  readonly failed: number;
  /** How many waited longer for an answer or a refusal than a page may wait for Redis. */
  readonly late: number;
}

const INTERVAL_MS = 4;
const INCREMENT = { name: 'increment', lua: "return redis.call('incr', KEYS[1])" };

/**
 * Sends commands as visitors do, each independent of the others, over all slots of a cluster.
 *
 * @param longestWaitMs who waits longer is counted as late
 */
export async function loadRedis(
  connection: RedisConnection,
  forMs: number,
  longestWaitMs = LONGEST_WAIT_MS,
): Promise<LoadResult> {
  const endMs = performance.now() + forMs;
  const waits: Promise<{ isAnswered: boolean; isLate: boolean }>[] = [];
  while (performance.now() < endMs) {
    waits.push(sendOne(connection, `load:${waits.length}`, longestWaitMs));
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
  const results = await Promise.all(waits);
  return {
    answered: results.filter(({ isAnswered }) => isAnswered).length,
    failed: results.filter(({ isAnswered }) => !isAnswered).length,
    late: results.filter(({ isLate }) => isLate).length,
  };
}

async function sendOne(connection: RedisConnection, key: string, longestWaitMs: number) {
  const reply = connection.evaluate(INCREMENT, key, []);
  const isInTime = settlesWithin(reply, longestWaitMs);
  const isAnswered = await reply.then(
    () => true,
    () => false,
  );
  return { isAnswered, isLate: !(await isInTime) };
}
