import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redisMarks } from '#lib/staff/staff-marks.ts';
import { connectPatiently, type ObservedConnection } from '#tests/support/redis-load.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';

const TTL_SECONDS = 900;

describe('a mark in Redis', () => {
  let redis: RedisServer;
  let one: ObservedConnection;
  let other: ObservedConnection;
  beforeAll(async () => {
    redis = await startRedisServer();
    [one, other] = await Promise.all([connectPatiently(redis.url), connectPatiently(redis.url)]);
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    await redis.stop();
  });

  it('is new to one of many who set it, and goes away by itself', async () => {
    const settings = [one, other].flatMap((connection) =>
      Array.from({ length: 10 }, () => redisMarks(connection).set('many', TTL_SECONDS)),
    );
    const states = await Promise.all(settings);
    expect(states.filter((state) => state === 'new')).toHaveLength(1);
    expect(states.filter((state) => state === 'known')).toHaveLength(19);
    const [key] = (await redis.ask('keys', '*many')) as string[];
    const ttlSeconds = Number(await redis.ask('ttl', key ?? ''));
    expect(ttlSeconds).toBeGreaterThan(TTL_SECONDS - 60);
    expect(ttlSeconds).toBeLessThanOrEqual(TTL_SECONDS);
  });

  it('is new to whoever set it without hearing of it', async () => {
    let losesAnswer = true;
    const marks = redisMarks({
      get: one.get.bind(one),
      async evaluate(...args) {
        const answer = await one.evaluate(...args);
        if (!losesAnswer) return answer;
        losesAnswer = false;
        throw new Error('the connection was lost');
      },
    });
    expect(await marks.set('unheard', TTL_SECONDS)).toBe('new');
    expect(await marks.set('unheard', TTL_SECONDS)).toBe('known');
    expect(await redisMarks(other).look('unheard')).toBe('known');
  });
});
