import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { startRedisCluster } from '#tests/support/redis-cluster.ts';
import {
  connectPatiently,
  loadRedis,
  observeRedis,
  type ObservedConnection,
} from '#tests/support/redis-load.ts';
import { startRedisSentinels } from '#tests/support/redis-sentinels.ts';

let endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.reverse()) await end();
  endings = [];
});

async function startSentinels() {
  const group = await startRedisSentinels();
  endings.push(() => group.stop());
  const connection = await observeRedis(group.url, {
    REDIS_MODE: 'sentinel',
    REDIS_SENTINEL_NAME: group.primaryName,
  });
  endings.push(() => connection.close());
  return { group, connection };
}

async function startCluster() {
  const cluster = await startRedisCluster();
  endings.push(() => cluster.stop());
  const connection = await observeRedis(cluster.url, { REDIS_MODE: 'cluster' });
  endings.push(() => connection.close());
  return { cluster, connection };
}

describe('a Sentinel group', () => {
  it.each([
    ['is killed', 'kill'],
    ['freezes', 'pause'],
  ] as const)('whose primary %s goes on with the replica', async (_, fault) => {
    const { group, connection } = await startSentinels();
    await untilHealthy(connection);
    const changeCount = connection.changes.length;
    await group.primary[fault]();
    const during = await loadRedis(connection, 1_000);
    expect(during.failed).toBeGreaterThan(0);
    expect(during.late).toBe(0);
    expect(connection.changes[changeCount]).toBe('lost');
    await eventually(async () => {
      await connection.set('after', 'failover', 60).catch(() => undefined);
      return (await group.replica.ask('get', 'after')) === 'failover';
    });
  });

  it('that puts the replica in the living primary’s place is followed', async () => {
    const { group, connection } = await startSentinels();
    await group.failOver();
    await eventually(async () => {
      const value = String(performance.now());
      await connection.set('after', value, 60).catch(() => undefined);
      const isPrimary = String(await group.replica.ask('info')).includes('role:master');
      return isPrimary && (await group.replica.ask('get', 'after')) === value;
    });
  });
});

describe('a cluster', () => {
  it('serves keys of all its nodes', async () => {
    const cluster = await startRedisCluster();
    endings.push(() => cluster.stop());
    const connection = await connectPatiently(cluster.url, { REDIS_MODE: 'cluster' });
    endings.push(() => connection.close());
    const keys = Array.from({ length: 100 }, (_, index) => `key:${index}`);
    await Promise.all(keys.map((key) => connection.set(key, key, 60)));
    expect(await Promise.all(keys.map((key) => connection.get(key)))).toEqual(keys);
    for (const node of cluster.nodes) expect(Number(await node.ask('dbsize'))).toBeGreaterThan(10);
  });

  it.each([
    ['is killed', 'kill', 'restart'],
    ['freezes', 'pause', 'resume'],
  ] as const)('of which a node %s delays nobody and is taken back', async (_, begin, end) => {
    const { cluster, connection } = await startCluster();
    const [node] = cluster.nodes;
    await untilHealthy(connection);
    const changeCount = connection.changes.length;
    await node?.[begin]();
    const during = await loadRedis(connection, 3_000);
    expect(during.late).toBe(0);
    expect(connection.changes.slice(changeCount)).toEqual(['lost']);
    await node?.[end]();
    await untilHealthy(connection);
  });
});

/** A healthy group may be late too on a machine with much else to do. */
async function untilHealthy(connection: ObservedConnection): Promise<void> {
  await eventually(async () => (await loadRedis(connection, 200)).failed === 0);
}
