import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';
import { makeCertificates, type Certificates } from '#tests/support/certificates.ts';
import {
  connectPatiently,
  observeRedis,
  type ObservedConnection,
  type OtherRedisVariables,
} from '#tests/support/redis-load.ts';
import {
  startRedisServer,
  type RedisServer,
  type RedisServerOptions,
} from '#tests/support/redis-server.ts';

const opened: (ObservedConnection | RedisServer)[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await ('close' in one ? one.close() : one.stop());
});

async function start(options: RedisServerOptions = {}): Promise<RedisServer> {
  const server = await startRedisServer(options);
  opened.push(server);
  return server;
}

async function connect(url: string, variables: OtherRedisVariables = {}) {
  const connection = await connectPatiently(url, variables);
  opened.push(connection);
  return connection;
}

/** Tries to connect as the program does. */
async function tryToConnect(url: string) {
  const connection = await observeRedis(url);
  opened.push(connection);
  return connection;
}

describe('a connection to Redis', () => {
  it('keeps a value for its time', async () => {
    const server = await start();
    const connection = await connect(server.url);
    expect(await connection.get('name')).toBeNull();
    await connection.set('name', 'value', 60);
    expect(await connection.get('name')).toBe('value');
    expect(await server.ask('ttl', 'name')).toBe(60);
  });

  it('runs a script that the server knows, and one that it has forgotten', async () => {
    const server = await start();
    const connection = await connect(server.url);
    const script = { name: 'add', lua: "return {redis.call('incrby', KEYS[1], ARGV[1]), ARGV[1]}" };
    expect(await connection.evaluate(script, 'count', ['1'])).toEqual([1, '1']);
    expect(await connection.evaluate(script, 'count', ['1'])).toEqual([2, '1']);
    await server.ask('script', 'flush');
    expect(await connection.evaluate(script, 'count', ['3'])).toEqual([5, '3']);
    expect(String(await server.ask('info', 'commandstats'))).toMatch(/cmdstat_eval:calls=2/);
  });

  it('sends a burst of commands, of which none has been answered yet', async () => {
    const server = await start();
    const connection = await connect(server.url);
    server.pause();
    const burst = Array.from({ length: 500 }, (_, index) => connection.get(`key:${index}`));
    await connection.close();
    const states = (await Promise.allSettled(burst)).map(({ status }) => status);
    expect(new Set(states)).toEqual(new Set(['rejected']));
    server.resume();
    await eventually(async () =>
      String(await server.ask('info', 'commandstats')).includes('cmdstat_get:calls=500,'),
    );
  });

  it('uses the database that the address names', async () => {
    const server = await start();
    const connection = await connect(`${server.url}/3`);
    await connection.set('name', 'value', 60);
    expect(String(await server.ask('info', 'keyspace'))).toMatch(/db3:keys=/);
  });

  it('leaves nothing open when it is closed', async () => {
    const server = await start();
    const connection = await connect(server.url);
    await connection.close();
    await eventually(async () =>
      String(await server.ask('info', 'clients')).includes('connected_clients:1\r'),
    );
    await expect(connection.get('name')).rejects.toThrow('known to be down');
  });

  it('is closed within a second or two when nobody answers', async () => {
    const server = await start();
    const connection = await connect(server.url);
    server.pause();
    expect(await settlesWithin(connection.close(), 2_000)).toBe(true);
  });
});

describe('a password', () => {
  it('lets in when it is right', async () => {
    const server = await start({ password: 'correct,horse' });
    const connection = await connect(server.url);
    expect(connection.isReady()).toBe(true);
  });

  it.each([
    ['wrong', ':wrong-horse@', 'WRONGPASS'],
    ['missing', '', 'NOAUTH'],
  ])('that is %s is told of once, without it', async (_, credentials, reason) => {
    const server = await start({ password: 'correct-horse' });
    const connection = await tryToConnect(`redis://${credentials}127.0.0.1:${server.port}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(connection.isReady()).toBe(false);
    expect(connection.changes).toEqual(['lost']);
    expect(connection.reasons.join()).toContain(reason);
    expect(connection.reasons.join()).not.toContain('horse');
  });
});

describe('an encrypted connection', () => {
  let certificates: Certificates;
  let server: RedisServer;
  beforeAll(async () => {
    certificates = await makeCertificates();
    server = await startRedisServer({ tls: certificates });
  });
  afterAll(async () => {
    await server.stop();
    await certificates.remove();
  });

  it.each(['127.0.0.1', 'localhost'])('is made to %s by our own authority', async (host) => {
    const ca = await readFile(certificates.ca, 'utf8');
    const connection = await connect(`rediss://${host}:${server.port}`, { REDIS_TLS_CA: ca });
    await connection.set('name', 'value', 60);
    expect(await connection.get('name')).toBe('value');
  });

  it('is not made to a server whose authority nobody knows', async () => {
    const connection = await tryToConnect(server.url);
    expect(connection.changes).toEqual(['lost']);
    expect(connection.reasons.join()).toMatch(/certificate/);
  });
});
