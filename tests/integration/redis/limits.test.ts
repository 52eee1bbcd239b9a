import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyQuotas } from '#lib/rate-limit/policies.ts';
import { REDIS_DEADLINE_MS } from '#lib/redis/connect-redis.ts';
import { createRateLimiter, type RateLimiter } from '#lib/rate-limit/rate-limiter.ts';
import { redisPoints } from '#lib/rate-limit/redis-points.ts';
import { Secret } from '#lib/secret/secret.ts';
import { eventually } from '#tests/support/eventually.ts';
import { startRedisCluster } from '#tests/support/redis-cluster.ts';
import {
  connectPatiently,
  observeRedis,
  type ObservedConnection,
} from '#tests/support/redis-load.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import { LONGEST_WAIT_MS } from '#tests/support/longest-wait.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';

const policies = applyQuotas({
  'document-pages': { points: 50, seconds: 60 },
  'unknown-links': { points: 3, seconds: 4 },
});

let server: RedisServer;
let connections: ObservedConnection[] = [];
beforeEach(async () => {
  server = await startRedisServer();
});
afterEach(async () => {
  for (const connection of connections) await connection.close();
  connections = [];
  await server.stop();
});

/** A limiter as another instance of the program has it. */
async function startInstance(url = server.url, mode: 'single' | 'cluster' = 'single') {
  return limiterOn(await connectPatiently(url, { REDIS_MODE: mode }));
}

function limiterOn(connection: ObservedConnection): RateLimiter {
  connections.push(connection);
  const shared = redisPoints(connection);
  return createRateLimiter({ policies, secret: new Secret('s'.repeat(32)), shared });
}

const allowedAmong = (decisions: readonly { readonly allowed: boolean }[]) =>
  decisions.filter(({ allowed }) => allowed).length;

function burst(instances: readonly RateLimiter[], count: number, visitor = 'visitor') {
  const ofEach = instances.flatMap((instance) =>
    Array.from({ length: count }, () => instance.consume('document-pages', visitor)),
  );
  return Promise.all(ofEach);
}

describe('limits of two instances that share Redis', () => {
  it('grant a burst at both not one point too many and not one too few', async () => {
    const instances = [await startInstance(), await startInstance()];
    const decisions = await burst(instances, 60);
    expect(decisions.every(({ store }) => store === 'redis')).toBe(true);
    expect(allowedAmong(decisions)).toBe(50);
  });

  it('do not take an attack on to Redis once it is refused', async () => {
    const instances = [await startInstance(), await startInstance()];
    await burst(instances, 60);
    await server.ask('config', 'resetstat');
    await burst(instances, 200);
    expect(String(await server.ask('info', 'commandstats'))).not.toMatch(/cmdstat_eval/);
  });

  it('are refused by one instance for what another counted after its answers', async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    for (let guess = 0; guess < 3; guess += 1) {
      expect(await other.peek('unknown-links', 'visitor')).toMatchObject({ allowed: true });
      await one.consume('unknown-links', 'visitor');
    }
    const refused = await other.peek('unknown-links', 'visitor');
    expect(refused).toMatchObject({ allowed: false, remaining: 0, store: 'redis' });
    expect(refused.resetSeconds).toBeLessThanOrEqual(4);
    await eventually(async () => (await other.peek('unknown-links', 'visitor')).allowed);
    expect(await other.peek('unknown-links', 'visitor')).toMatchObject({ remaining: 3 });
  });

  it('leave nothing in Redis of who visited what, and nothing for ever', async () => {
    const limiter = await startInstance();
    const address = '192.0.2.77';
    const document = '8d1d1b6a-7c4f-4a39-b6b0-0f2f5b8f0b11';
    await limiter.consume('document-pages', address);
    await limiter.consume('email-confirmations', `${address} ${document}`);
    await limiter.peek('unknown-links', address);
    const keys = (await server.ask('keys', '*:limit:*')) as string[];
    expect(keys.sort()).toEqual([
      expect.stringMatching(/^document-download:limit:document-pages:[\da-f]{32}$/),
      expect.stringMatching(/^document-download:limit:email-confirmations:[\da-f]{32}$/),
    ]);
    for (const key of keys) expect(await server.ask('ttl', key)).toBeGreaterThan(0);
  });

  it('cost a request with three checks one trip', async () => {
    const connection = await connectPatiently(server.url);
    let asked = 0;
    const limiter = limiterOn({
      ...connection,
      async evaluate(...command) {
        asked += 1;
        // None has its answer before all have asked.
        await eventually(() => asked === 3);
        return connection.evaluate(...command);
      },
    });
    const decisions = await Promise.all([
      limiter.consume('document-pages', 'visitor'),
      limiter.peek('unknown-links', 'visitor'),
      limiter.consume('email-confirmations', 'visitor document'),
    ]);
    expect(decisions.map(({ store }) => store)).toEqual(['redis', 'redis', 'redis']);
  });
});

describe('limits during an outage of Redis', () => {
  it('go on in memory at once, and in Redis when it is back', async () => {
    const connection = await observeRedis(server.url);
    const limiter = limiterOn(connection);
    await eventually(() => connection.isReady());
    const changeCount = connection.changes.length;
    server.pause();
    const decisions = burst([limiter], 60);
    expect(await settlesWithin(decisions, LONGEST_WAIT_MS)).toBe(true);
    expect(allowedAmong(await decisions)).toBe(50);
    expect((await decisions).every(({ store }) => store === 'memory')).toBe(true);
    expect(await settlesWithin(burst([limiter], 60), REDIS_DEADLINE_MS / 2)).toBe(true);
    server.resume();
    await eventually(
      async () => (await limiter.peek('unknown-links', 'visitor')).store === 'redis',
    );
    expect(connection.changes.slice(changeCount, changeCount + 2)).toEqual(['lost', 'ready']);
  });

  it('still refuse who was refused before', async () => {
    const limiter = await startInstance();
    await burst([limiter], 51);
    await server.kill();
    expect(await limiter.consume('document-pages', 'visitor')).toMatchObject({ allowed: false });
  });
});

describe('limits in a cluster', () => {
  it('are exact wherever their keys are', async () => {
    const cluster = await startRedisCluster();
    try {
      const instances = [
        await startInstance(cluster.url, 'cluster'),
        await startInstance(cluster.url, 'cluster'),
      ];
      for (let visitor = 0; visitor < 12; visitor += 1) {
        const decisions = await burst(instances, 30, `visitor ${visitor}`);
        expect(decisions.every(({ store }) => store === 'redis')).toBe(true);
        expect(allowedAmong(decisions)).toBe(50);
      }
      for (const node of cluster.nodes) expect(await node.ask('dbsize')).toBeGreaterThan(0);
    } finally {
      for (const connection of connections.splice(0)) await connection.close();
      await cluster.stop();
    }
  });
});
