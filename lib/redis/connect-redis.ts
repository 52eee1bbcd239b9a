import { once } from 'node:events';
import { Cluster } from 'ioredis';
import { OutageGuard, type OutageEvents } from '#lib/outage/outage-guard.ts';
import { withinDeadline } from '#lib/outage/within-deadline.ts';
import { CONNECT_TIMEOUT_MS, openRedisClient, type RedisClient } from './redis-client.ts';
import type { RedisSettings } from './redis-settings.ts';

/** How long a command may take, in milliseconds; one that takes longer shows that Redis is lost. */
export const REDIS_DEADLINE_MS = 40;

/**
 * How long a page waits for a second trip to Redis, in milliseconds, so that after the limits, which
 * take the first one together, it has waited no more than 50 ms in all.
 */
export const REDIS_SECOND_TRIP_MS = 10;

/** A script that Redis runs as one step, on one key. */
export interface LuaScript {
  /** Of its own; no command of Redis. */
  readonly name: string;
  readonly lua: string;
}

/** Every command rejects when Redis does not serve it, and at once while it is known to be lost. */
export interface RedisConnection {
  /** Whether Redis served us when we last asked. */
  isReady(): boolean;
  /** Settles once the first attempt at a connection has succeeded or failed. */
  readonly firstProbe: Promise<void>;
  /** Reads a value; null where there is none. The caller may give up sooner than Redis is lost. */
  get(key: string, withinMs?: number): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  evaluate(script: LuaScript, key: string, args: readonly string[]): Promise<unknown>;
  /** Lets commands that are on their way finish for a second, then closes all connections. */
  close(): Promise<void>;
}

/**
 * Connects to Redis in the background, and goes on doing so through every outage.
 *
 * @param deadlineMs how long a command may take, in milliseconds
 */
export function connectRedis(
  settings: RedisSettings,
  events: OutageEvents,
  deadlineMs = REDIS_DEADLINE_MS,
): RedisConnection {
  const client = openRedisClient(settings);
  const guard = new OutageGuard({
    ...events,
    onChange: (availability, reason) => events.onChange(availability, plainly(reason)),
    deadlineMs,
    probe: (key) => probe(client, key, deadlineMs),
  });

  return {
    isReady: () => guard.isReady(),
    firstProbe: guard.firstProbe,
    get(key, withinMs) {
      const reply = guard.run(key, () => client.get(key));
      return withinMs === undefined ? reply : withinDeadline(reply, withinMs);
    },
    async set(key, value, ttlSeconds) {
      await guard.run(key, () => client.set(key, value, 'EX', ttlSeconds));
    },
    evaluate: (script, key, args) => guard.run(key, () => evaluate(client, script, key, args)),
    async close() {
      guard.stop();
      await withinDeadline(client.quit(), CONNECT_TIMEOUT_MS).catch(() => client.disconnect());
    },
  };
}

/** ioredis says of commands on a closed connection only that it did not send them again. */
function plainly(reason: string): string {
  return reason.startsWith('Reached the max retries') ? 'the connection was closed' : reason;
}

/**
 * Calls the method that ioredis makes of a script: on each connection it sends the text once and the
 * digest from then on, and the text again to a server that has forgotten it.
 */
function evaluate(
  client: RedisClient,
  script: LuaScript,
  key: string,
  args: readonly string[],
): Promise<unknown> {
  const method: unknown = Reflect.get(client, script.name);
  if (isScriptMethod(method)) return method.call(client, key, ...args);
  client.defineCommand(script.name, { lua: script.lua, numberOfKeys: 1 });
  return evaluate(client, script, key, args);
}

type ScriptMethod = (this: RedisClient, key: string, ...args: string[]) => Promise<unknown>;

/** Which methods a client has besides its own ioredis does not tell the compiler. */
function isScriptMethod(value: unknown): value is ScriptMethod {
  return typeof value === 'function';
}

/**
 * Writes, as every limit does, so that a read-only or full server does not pass; on the server of
 * the cluster that holds `key`; and within the deadline that commands have.
 */
async function probe(client: RedisClient, key: string, deadlineMs: number): Promise<void> {
  await untilConnected(client);
  const probeKey = `document-download:probe:{${key}}`;
  await withinDeadline(client.set(probeKey, '', 'EX', 1), deadlineMs);
}

/**
 * Waits for the connection; in a cluster, for one to each primary, which would else be made when the
 * first page needs it.
 * @throws what keeps the client from connecting, as soon as that is known
 */
async function untilConnected(client: RedisClient): Promise<void> {
  // Its own attempts have no end, except when it is disconnected in the middle of one.
  if (client.status === 'end' || client.status === 'wait') client.connect().catch(() => undefined);
  if (client.status !== 'ready') {
    await once(client, 'ready', { signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS) });
  }
  if (client instanceof Cluster) await Promise.all(client.nodes('master').map(untilConnected));
}
