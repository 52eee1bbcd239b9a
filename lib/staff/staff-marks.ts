import type { RedisConnection } from '#lib/redis/connect-redis.ts';

/** Whether somebody had set a mark before; `unavailable` when nobody can tell. */
export type MarkState = 'new' | 'known' | 'unavailable';

/** What all instances have to know of each other's staff: which links are used, which sessions ended. */
export interface StaffMarks {
  /** Sets a mark for a time, and tells whether it is the first to do so. */
  set(mark: string, ttlSeconds: number): Promise<MarkState>;
  look(mark: string): Promise<MarkState>;
}

const PREFIX = 'document-download-frontend:staff:';

/** Marks in Redis. While Redis is down none can be set or looked at: staff wait, nobody slips in. */
export function redisMarks(redis: Pick<RedisConnection, 'claim' | 'get'>): StaffMarks {
  return {
    set: (mark, ttlSeconds) => tell(redis.claim(PREFIX + mark, ttlSeconds)),
    look: (mark) => tell(redis.get(PREFIX + mark).then((value) => value === null)),
  };
}

/** @param isNew rejects when it could not be found out */
export async function tell(isNew: Promise<boolean>): Promise<MarkState> {
  try {
    return (await isNew) ? 'new' : 'known';
  } catch {
    return 'unavailable';
  }
}
