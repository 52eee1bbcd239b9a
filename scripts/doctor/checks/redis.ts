import { connectRedis, type RedisConnection } from '#lib/redis/connect-redis.ts';
import { parseRedisSettings } from '#lib/redis/redis-settings.ts';
import { PATIENCE_MS } from '../ask.ts';
import { right, wrong, type Check } from '../check.ts';

/** A page waits no longer for Redis, in milliseconds. */
const SLOW_MS = 20;

/** The quickest of so many answers tells how far away Redis is; the others what this machine did meanwhile. */
const TRIES = 10;

/** Redis is there, can be written to, and is near. */
export const checkRedis: Check = {
  name: 'Redis',
  async examine(_patient, { REDIS_ENABLED, REDIS_URL, ...others }) {
    if (!REDIS_ENABLED || REDIS_URL === undefined) {
      return wrong('REDIS_ENABLED is off: each instance counts and caches by itself');
    }
    let reason = 'it does not answer';
    const settings = parseRedisSettings({ ...others, REDIS_URL });
    const redis = connectRedis(settings, { onChange: (_, why) => (reason = why) }, PATIENCE_MS);
    try {
      await redis.firstProbe;
      if (!redis.isReady()) return wrong(reason);
      const tookMs = await quickest(redis);
      const detail = `answers in ${tookMs.toFixed(1)} ms`;
      return tookMs < SLOW_MS ? right(detail) : wrong(`${detail}, which is slow`);
    } finally {
      await redis.close();
    }
  },
};

/** How long the quickest of several changes takes, in milliseconds. */
async function quickest(redis: RedisConnection): Promise<number> {
  let leastMs = Infinity;
  for (let number = 1; number <= TRIES; number += 1) {
    const startedAt = performance.now();
    await redis.set('document-download-frontend:doctor', 'was here', 1);
    leastMs = Math.min(leastMs, performance.now() - startedAt);
  }
  return leastMs;
}
