import { eventually } from './eventually.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { startRedisServer, type RedisServer } from './redis-server.ts';
import { startTogether } from './start-together.ts';

/** A real Redis Cluster of primaries without replicas. */
export interface RedisCluster {
  /** The addresses of all nodes, separated by commas. */
  readonly url: string;
  readonly nodes: readonly RedisServer[];
  stop(): Promise<void>;
}

const SLOT_COUNT = 16_384;

/** Starts three nodes, shares the slots out among them, and waits until all agree on it. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const busPorts = [await findFreePort(), await findFreePort(), await findFreePort()];
  const nodes = await startTogether(busPorts.map(startNode));
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
  };
  try {
    await join(nodes, busPorts);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: nodes.map(({ url }) => url).join(','), nodes, stop };
}

function startNode(busPort: number): Promise<RedisServer> {
  return startRedisServer({
    lines: ['cluster-enabled yes', `cluster-port ${busPort}`, 'cluster-node-timeout 2000'],
  });
}

async function join(nodes: readonly RedisServer[], busPorts: readonly number[]): Promise<void> {
  const size = Math.ceil(SLOT_COUNT / nodes.length);
  for (const [index, node] of nodes.entries()) {
    const range = [index * size, Math.min((index + 1) * size, SLOT_COUNT) - 1].map(String);
    await node.ask('cluster', 'addslotsrange', ...range);
    const peers = nodes.map(({ port }, peer) => [String(port), String(busPorts[peer])]);
    for (const peer of peers) await node.ask('cluster', 'meet', '127.0.0.1', ...peer);
  }
  await eventually(async () => {
    const states = await Promise.all(nodes.map((node) => node.ask('cluster', 'info')));
    return states.every((state) => /state:ok[^]*known_nodes:3/.test(String(state)));
  });
}
