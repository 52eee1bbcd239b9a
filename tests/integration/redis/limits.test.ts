import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyQuotas } from '#lib/rate-limit/policies.ts';
import { createRateLimiter, type RateLimiter } from '#lib/rate-limit/rate-limiter.ts';
import { redisPoints } from '#lib/rate-limit/redis-points.ts';
import { Secret } from '#lib/secret/secret.ts';
import { eventually } from '#tests/support/eventually.ts';
import { startRedisCluster } from '#tests/support/redis-cluster.ts';
import { observeRedis, type ObservedConnection } from '#tests/support/redis-load.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';

const policies = applyQuotas({
  'document-pages': { points: 50, seconds: 60 },
  'unknown-links': { points: 3, seconds: 2 },
});

/** What a page promises, with as much again for a machine that runs other tests at the same time. */
const LONGEST_WAIT_MS = 50 + 50;

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
  const connection = await observeRedis(url, { REDIS_MODE: mode });
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

/** A burst of somebody new, and again where a busy machine kept Redis from answering in time. */
async function burstThatRedisAnswers(
  instances: readonly RateLimiter[],
  count: number,
  visitor = 'visitor',
) {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await eventually(() => connections.every((connection) => connection.isReady()));
    const decisions = await burst(instances, count, `${visitor} ${attempt}`);
    if (decisions.every(({ store }) => store === 'redis')) return decisions;
  }
  throw new Error('Redis never answered a whole burst');
}

describe('limits of two instances that share Redis', () => {
  it('grant a burst at both not one point too many and not one too few', async () => {
    const instances = [await startInstance(), await startInstance()];
    const decisions = await burstThatRedisAnswers(instances, 60);
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
    expect(refused.resetSeconds).toBeLessThanOrEqual(2);
    await eventually(async () => (await other.peek('unknown-links', 'visitor')).allowed, 3_000);
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
    const limiter = await startInstance();
    await limiter.peek('unknown-links', 'visitor');
    server.pause();
    const checks = Promise.all([
      limiter.consume('document-pages', 'visitor'),
      limiter.peek('unknown-links', 'visitor'),
      limiter.consume('email-confirmations', 'visitor document'),
    ]);
    setTimeout(() => server.resume(), 10);
    expect((await checks).map(({ store }) => store)).toEqual(['redis', 'redis', 'redis']);
  });
});

describe('limits during an outage of Redis', () => {
  it('go on in memory at once, and in Redis when it is back', async () => {
    const limiter = await startInstance();
    const [connection] = connections;
    await limiter.consume('document-pages', 'visitor');
    server.pause();
    const startMs = performance.now();
    const decisions = await burst([limiter], 60);
    expect(performance.now() - startMs).toBeLessThan(LONGEST_WAIT_MS);
    expect(allowedAmong(decisions)).toBe(50);
    expect(decisions.every(({ store }) => store === 'memory')).toBe(true);
    const laterMs = performance.now();
    await burst([limiter], 60);
    expect(performance.now() - laterMs).toBeLessThan(40);
    server.resume();
    await eventually(() => connection?.isReady() === true);
    expect(await limiter.consume('unknown-links', 'visitor')).toMatchObject({ store: 'redis' });
    expect(connection?.changes).toEqual(['ready', 'lost', 'ready']);
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
        const decisions = await burstThatRedisAnswers(instances, 30, `visitor ${visitor}`);
        expect(allowedAmong(decisions)).toBe(50);
      }
      for (const node of cluster.nodes) expect(await node.ask('dbsize')).toBeGreaterThan(0);
    } finally {
      for (const connection of connections.splice(0)) await connection.close();
      await cluster.stop();
    }
  });
});
