import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LuaScript, RedisConnection } from '#lib/redis/connect-redis.ts';

/** Whether somebody had set a mark before; `unavailable` when nobody can tell. */
export type MarkState = 'new' | 'known' | 'unavailable';

/** What all instances have to know of each other's staff: which links are used, which sessions ended. */
export interface StaffMarks {
  /** Sets a mark for a time, and tells whether it is the first to do so. */
  set(mark: string, ttlSeconds: number): Promise<MarkState>;
  look(mark: string): Promise<MarkState>;
}

const PREFIX = 'document-download-frontend:staff:';

/** How long staff wait for an answer that does not come at once. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 100;

/** The same author may set a mark again: it may not have heard that it did. */
const SET_MARK: LuaScript = {
  name: 'setStaffMark',
  lua: `
    if redis.call('set', KEYS[1], ARGV[1], 'EX', ARGV[2], 'NX') then return 1 end
    if redis.call('get', KEYS[1]) == ARGV[1] then return 1 end
    return 0
  `,
};

/** Marks in Redis. While Redis is down none can be set or looked at: staff wait, nobody slips in. */
export function redisMarks(redis: Pick<RedisConnection, 'evaluate' | 'get'>): StaffMarks {
  return {
    set: (mark, ttlSeconds) => {
      const args = [randomUUID(), String(ttlSeconds)];
      return tell(async () => (await redis.evaluate(SET_MARK, PREFIX + mark, args)) === 1);
    },
    look: (mark) => tell(async () => (await redis.get(PREFIX + mark)) === null),
  };
}

/** @param isNew rejects when it could not be found out; it is then asked again for a while */
async function tell(isNew: () => Promise<boolean>): Promise<MarkState> {
  const giveUpAtMs = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return (await isNew()) ? 'new' : 'known';
    } catch {
      if (performance.now() + PAUSE_MS > giveUpAtMs) return 'unavailable';
      await sleep(PAUSE_MS);
    }
  }
}
