import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REDIS_DEADLINE_MS } from '#lib/redis/connect-redis.ts';
import { eventually } from '#tests/support/eventually.ts';
import { loadRedis, observeRedis, type ObservedConnection } from '#tests/support/redis-load.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import {
  startTcpFaultProxy,
  type Fault,
  type TcpFaultProxy,
} from '#tests/support/tcp-fault-proxy.ts';

let server: RedisServer;
let proxy: TcpFaultProxy;
beforeAll(async () => {
  server = await startRedisServer();
  proxy = await startTcpFaultProxy(server.port);
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});

const proxied = (fault: Fault) => ({
  begin: () => proxy.become(fault),
  end: () => proxy.become('pass'),
});

const FAULTS = {
  'is frozen': { begin: () => server.pause(), end: () => server.resume() },
  'is killed': { begin: () => server.kill(), end: () => server.restart() },
  'refuses connections': proxied('refuse'),
  'is swallowed by the network': proxied('black-hole'),
  'is held up by the network': proxied('stall'),
  'resets connections': proxied('reset'),
  'answers too slowly': { begin: () => proxy.delay(60), end: () => proxy.delay(0) },
  'has become a replica': {
    begin: () => server.ask('replicaof', '127.0.0.1', '1'),
    end: () => server.ask('replicaof', 'no', 'one'),
  },
  'has no memory left': {
    begin: () => server.ask('config', 'set', 'maxmemory', '1'),
    end: () => server.ask('config', 'set', 'maxmemory', '0'),
  },
};

describe('a server under load that', () => {
  it.each(Object.entries(FAULTS))('%s delays nobody and is taken back', async (_, fault) => {
    const connection = await observeRedis(`redis://127.0.0.1:${proxy.port}`);
    await untilHealthy(connection);
    const changeCount = connection.changes.length;

    await fault.begin();
    const faulty = await loadRedis(connection, 1_500);
    expect(faulty).toMatchObject({ answered: 0, late: 0 });
    expect(connection.changes.slice(changeCount)).toEqual(['lost']);

    await fault.end();
    await untilHealthy(connection);
    await connection.close();
  });

  it('was not there at the start is told of once and taken when it comes', async () => {
    await proxy.become('refuse');
    const connection = await observeRedis(`redis://127.0.0.1:${proxy.port}`);
    const result = await loadRedis(connection, 1_000);
    expect(result).toMatchObject({ answered: 0, late: 0 });
    await proxy.become('pass');
    await eventually(() => connection.isReady());
    expect(connection.changes).toEqual(['lost', 'ready']);
    await connection.close();
  });

  it('drops connections that nobody uses is noticed without a wait for anybody else', async () => {
    const connection = await observeRedis(`redis://127.0.0.1:${proxy.port}`);
    await proxy.become('black-hole');
    expect((await loadRedis(connection, 1)).late).toBe(0);
    expect((await loadRedis(connection, 100, REDIS_DEADLINE_MS / 2)).late).toBe(0);
    await proxy.become('pass');
    await eventually(() => connection.isReady());
    await connection.close();
  });
});

/** A healthy server may be late too on a machine with much else to do. */
async function untilHealthy(connection: ObservedConnection): Promise<void> {
  await eventually(async () => (await loadRedis(connection, 200)).failed === 0);
}
