import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { LuaScript, RedisConnection } from '#lib/redis/connect-redis.ts';
import { readPoints, type PointStore } from './points.ts';

/**
 * Adds points and answers with their sum and the milliseconds until they are forgotten. Adding none
 * leaves no trace, so that looking costs one step too.
 */
const COUNT: LuaScript = {
  name: 'countPoints',
  lua: `
  if ARGV[1] == '0' then
    return {tonumber(redis.call('get', KEYS[1]) or 0), redis.call('pttl', KEYS[1])}
  end
  local sum = redis.call('incrby', KEYS[1], ARGV[1])
  if sum == tonumber(ARGV[1]) then redis.call('expire', KEYS[1], ARGV[2]) end
  return {sum, redis.call('pttl', KEYS[1])}
`,
};

/** What rate-limiter-flexible calls on a client of its "redis package" kind. */
interface EvalOptions {
  readonly keys: readonly [string];
  readonly arguments: readonly string[];
}

/**
 * Counts points in Redis: exactly, however many instances count at the same time. Who has none left
 * is remembered in the process until they are back, so that an attack does not reach Redis.
 */
export function redisPoints(redis: RedisConnection): PointStore {
  const storeClient = {
    eval: (_lua: string, { keys: [key], arguments: args }: EvalOptions) =>
      redis.evaluate(COUNT, key, args),
  };
  return {
    name: 'redis',
    firstProbe: redis.firstProbe,
    createCounter({ name, points, seconds }) {
      const limiter = new RateLimiterRedis({
        storeClient,
        useRedisPackage: true,
        customIncrTtlLuaScript: COUNT.lua,
        keyPrefix: `document-download:limit:${name}`,
        points,
        duration: seconds,
        inMemoryBlockOnConsumed: points,
      });
      return {
        consume: ({ full }) => readPoints(limiter.consume(full, 1)),
        async peek({ full }) {
          const points = await readPoints(limiter.consume(full, 0));
          return { ...points, granted: points.remaining > 0 };
        },
      };
    },
  };
}
