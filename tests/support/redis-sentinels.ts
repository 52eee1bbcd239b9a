import { eventually } from './eventually.ts';
import { startRedisServer, type RedisServer } from './redis-server.ts';

/** A real primary with a replica, and three sentinels that put the one in the other's place. */
export interface RedisSentinels {
  /** The addresses of the sentinels, separated by commas. */
  readonly url: string;
  /** By this the sentinels know the pair. */
  readonly primaryName: string;
  readonly primary: RedisServer;
  readonly replica: RedisServer;
  /** Lets the sentinels exchange the two although both are well. */
  failOver(): Promise<void>;
  stop(): Promise<void>;
}

const PRIMARY_NAME = 'limits';

/** Starts all five and waits until each sentinel knows the others and the replica. */
export async function startRedisSentinels(): Promise<RedisSentinels> {
  const primary = await startRedisServer();
  const replica = await startRedisServer({ lines: [`replicaof 127.0.0.1 ${primary.port}`] });
  await eventually(async () => String(await replica.ask('info')).includes('master_link_status:up'));
  const lines = [
    `sentinel monitor ${PRIMARY_NAME} 127.0.0.1 ${primary.port} 2`,
    // Longer than a busy machine keeps a primary waiting that is well.
    `sentinel down-after-milliseconds ${PRIMARY_NAME} 1500`,
    `sentinel failover-timeout ${PRIMARY_NAME} 2000`,
  ];
  const start = () => startRedisServer({ isSentinel: true, lines });
  const sentinels = await Promise.all([start(), start(), start()]);
  await eventually(async () => {
    const infos = await Promise.all(sentinels.map((sentinel) => sentinel.ask('info', 'sentinel')));
    return infos.every((info) => /status=ok.*slaves=1,sentinels=3/.test(String(info)));
  });
  const all = [...sentinels, replica, primary];
  return {
    url: sentinels.map(({ url }) => url).join(','),
    primaryName: PRIMARY_NAME,
    primary,
    replica,
    async failOver() {
      await sentinels[0].ask('sentinel', 'failover', PRIMARY_NAME);
    },
    async stop() {
      await Promise.all(all.map((server) => server.stop()));
    },
  };
}
