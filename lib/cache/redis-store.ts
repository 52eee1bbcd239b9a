import { REDIS_SECOND_TRIP_MS, type RedisConnection } from '#lib/redis/connect-redis.ts';
import type { SharedStore } from './shared-store.ts';

/** Redis as a store that may forget, so that no page fails or waits because of it. */
export function redisStore(redis: RedisConnection): SharedStore {
  return {
    get: (keys) =>
      Promise.all(keys.map((key) => redis.get(key, REDIS_SECOND_TRIP_MS).catch(() => null))),
    set: (key, value, ttlSeconds) => redis.set(key, value, ttlSeconds).catch(() => undefined),
  };
}
