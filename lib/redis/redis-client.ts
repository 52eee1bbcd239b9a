import { isIP } from 'node:net';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { backoffMs } from '#lib/outage/backoff.ts';
import type { RedisNode, RedisSettings } from './redis-settings.ts';

/** ioredis, which speaks with one server, a Sentinel group's primary or a Cluster in the same words. */
export type RedisClient = Redis | Cluster;

/** How long a server may take to let us in, in milliseconds. No visitor waits for it. */
export const CONNECT_TIMEOUT_MS = 1_000;

/** A connection on which an answer is due and nothing comes for this long is replaced. */
const SILENCE_TIMEOUT_MS = 1_000;

const CLUSTER_REFRESH_INTERVAL_MS = 10_000;

/** For ioredis, which passes other arguments too. */
const retryDelayMs = (attempt: number) => backoffMs(attempt);

/** How every single connection behaves, whatever it belongs to. */
const CONNECTION = {
  connectionName: 'document-download-frontend',
  connectTimeout: CONNECT_TIMEOUT_MS,
  socketTimeout: SILENCE_TIMEOUT_MS,
  keepAlive: 10_000,
  // Nothing waits for a connection to come back: callers have something better to do at once.
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  maxLoadingRetryTime: CONNECT_TIMEOUT_MS,
  // A replica answers where the primary used to: ask anew where the primary is.
  reconnectOnError: ({ message }) => message.startsWith('READONLY'),
} satisfies RedisOptions;

/** Opens the connections, which then keep themselves up until they are closed. */
export function openRedisClient(settings: RedisSettings): RedisClient {
  const client = settings.kind === 'cluster' ? openCluster(settings) : openRedis(settings);
  // Without a listener ioredis writes to the console; what matters is seen by who sends commands.
  client.on('error', () => undefined);
  return client;
}

type Settings<Kind extends RedisSettings['kind']> = Extract<RedisSettings, { kind: Kind }>;

function openRedis(settings: Settings<'single' | 'sentinel'>): Redis {
  return new Redis({
    ...CONNECTION,
    ...accessOptions(settings),
    ...(settings.kind === 'sentinel' ? sentinelOptions(settings) : nodeOptions(settings)),
    db: settings.database,
    enableOfflineQueue: false,
    retryStrategy: retryDelayMs,
  });
}

function nodeOptions({ node, tls }: Settings<'single'>) {
  return { ...node, tls: tls && { ...tls, ...serverName(node) } };
}

function sentinelOptions(settings: Settings<'sentinel'>) {
  return {
    sentinels: [...settings.sentinels],
    name: settings.primaryName,
    sentinelPassword: settings.sentinelPassword?.reveal(),
    sentinelTLS: settings.tls,
    enableTLSForSentinelMode: settings.tls !== undefined,
    sentinelCommandTimeout: CONNECT_TIMEOUT_MS,
    sentinelRetryStrategy: retryDelayMs,
  };
}

function openCluster(settings: Settings<'cluster'>): Cluster {
  return new Cluster([...settings.nodes], {
    redisOptions: { ...CONNECTION, ...accessOptions(settings) },
    // A node is connected to when the first command for it comes; the next must wait, not fail.
    enableOfflineQueue: true,
    clusterRetryStrategy: retryDelayMs,
    slotsRefreshTimeout: CONNECT_TIMEOUT_MS,
    slotsRefreshInterval: CLUSTER_REFRESH_INTERVAL_MS,
    maxRedirections: 4,
    // Fail at once instead of trying again later than any page would wait.
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    // Certificates name hosts, not addresses.
    ...(settings.tls && { dnsLookup: (host, callback) => callback(null, host) }),
  });
}

function accessOptions({ username, password, tls }: RedisSettings) {
  return { username, password: password?.reveal(), tls };
}

/** The name that the certificate has to show; an address is compared without one. */
function serverName({ host }: RedisNode) {
  return isIP(host) === 0 ? { servername: host } : {};
}
