import { connectRedis, type RedisConnection } from '#lib/redis/connect-redis.ts';
import { parseRedisSettings, type RedisVariables } from '#lib/redis/redis-settings.ts';
import { Secret } from '#lib/secret/secret.ts';

/** A connection as the program makes it, with the changes that it told of: `ready`, `lost`. */
export interface ObservedConnection extends RedisConnection {
  readonly changes: readonly string[];
  readonly reasons: readonly string[];
}

export type OtherRedisVariables = Partial<Omit<RedisVariables, 'REDIS_URL'>>;

/** Connects, and waits until it is known whether Redis is there. */
export async function observeRedis(
  url: string,
  variables: OtherRedisVariables = {},
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
  const connection = connectRedis(settings, {
    onChange(availability, reason) {
      changes.push(availability);
      reasons.push(reason);
    },
  });
  await connection.firstProbe;
  return { ...connection, changes, reasons };
}

/** What happened to commands that were sent one every few milliseconds for a while. */
export interface LoadResult {
  readonly answered: number;
  readonly failed: number;
  /** The longest that anybody waited for an answer or a refusal, in milliseconds. */
  readonly slowestMs: number;
}

const INTERVAL_MS = 4;
const INCREMENT = { name: 'increment', lua: "return redis.call('incr', KEYS[1])" };

/** Sends commands as visitors do, each independent of the others, over all slots of a cluster. */
export async function loadRedis(connection: RedisConnection, forMs: number): Promise<LoadResult> {
  const endMs = performance.now() + forMs;
  const waits: Promise<{ isAnswered: boolean; waitedMs: number }>[] = [];
  while (performance.now() < endMs) {
    waits.push(sendOne(connection, `load:${waits.length}`));
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
  const results = await Promise.all(waits);
  return {
    answered: results.filter(({ isAnswered }) => isAnswered).length,
    failed: results.filter(({ isAnswered }) => !isAnswered).length,
    slowestMs: Math.max(...results.map(({ waitedMs }) => waitedMs)),
  };
}

async function sendOne(connection: RedisConnection, key: string) {
  const startMs = performance.now();
  const isAnswered = await connection.evaluate(INCREMENT, key, []).then(
    () => true,
    () => false,
  );
  return { isAnswered, waitedMs: performance.now() - startMs };
}
