import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { createFreshSamples } from '#tests/support/fresh-samples.ts';
import { startRedisCluster, type RedisCluster } from '#tests/support/redis-cluster.ts';
import { startRedisSentinels, type RedisSentinels } from '#tests/support/redis-sentinels.ts';
import type { RedisServer } from '#tests/support/redis-server.ts';
import {
  RIDE_OUT_ENVIRONMENT,
  rideOutFault,
  type RedisFault,
} from '#tests/support/ride-out-fault.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';

const fresh = createFreshSamples();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox(fresh);
});
afterAll(() => sandbox.close());

const start = (redisUrl: string, environment: Readonly<Record<string, string>>) =>
  startInstance({ sandbox, redisUrl, environment: { ...RIDE_OUT_ENVIRONMENT, ...environment } });

const nextUrlAt = (app: App) => () => app.url + landingPath(fresh.next());

/** How many visitors are counted at one server or several. */
async function countCounts(servers: readonly RedisServer[]): Promise<number> {
  const ofEach = await Promise.all(servers.map((server) => server.ask('keys', '*:limit:*')));
  return ofEach.flat().length;
}

/** Visitors come until one more is counted there. */
async function eventuallyCountsAt(app: App, servers: readonly RedisServer[]): Promise<void> {
  const before = await countCounts(servers);
  await eventually(async () => {
    await ask(nextUrlAt(app)(), visitFrom(newVisitor()));
    return (await countCounts(servers)) > before;
  });
}

describe('a Sentinel group', () => {
  let group: RedisSentinels;
  let app: App;
  beforeAll(async () => {
    group = await startRedisSentinels();
    const environment = { REDIS_MODE: 'sentinel', REDIS_SENTINEL_NAME: group.primaryName };
    app = await start(group.url, environment);
  });
  afterAll(async () => {
    await app.stop();
    await group.stop();
  });

  it('that fails over costs nobody their page, and counts go on at the replica', async () => {
    let [primary, replica] = [group.primary, group.replica];
    await eventuallyCountsAt(app, [primary]);
    const failOver: RedisFault = {
      begin: () => primary.kill(),
      async repair() {
        await primary.restart();
        [primary, replica] = [replica, primary];
        const isFollowed = async () =>
          String(await primary.ask('info', 'replication')).includes('connected_slaves:1');
        await eventually(isFollowed);
      },
    };
    await rideOutFault(app, failOver, nextUrlAt(app));
    await eventuallyCountsAt(app, [replica]);
  });
});

describe('a cluster', () => {
  let cluster: RedisCluster;
  let app: App;
  beforeAll(async () => {
    cluster = await startRedisCluster();
    app = await start(cluster.url, { REDIS_MODE: 'cluster' });
  });
  afterAll(async () => {
    await app.stop();
    await cluster.stop();
  });

  it('counts at all of its nodes', async () => {
    for (const node of cluster.nodes) await eventuallyCountsAt(app, [node]);
  });

  it.each([
    ['is killed', 'kill', 'restart'],
    ['freezes', 'pause', 'resume'],
  ] as const)('of which a node %s costs nobody their page', async (_, begin, end) => {
    const [node] = cluster.nodes;
    expect(node).toBeDefined();
    await rideOutFault(
      app,
      { begin: () => node?.[begin](), end: () => node?.[end]() },
      nextUrlAt(app),
    );
  });
});
