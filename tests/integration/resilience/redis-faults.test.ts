import { afterAll, beforeAll, it } from 'vitest';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { createFreshSamples } from '#tests/support/fresh-samples.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import { RIDE_OUT_ENVIRONMENT, rideOutFault } from '#tests/support/ride-out-fault.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import {
  startTcpFaultProxy,
  type Fault,
  type TcpFaultProxy,
} from '#tests/support/tcp-fault-proxy.ts';

const fresh = createFreshSamples();
let sandbox: Sandbox;
let redis: RedisServer;
let proxy: TcpFaultProxy;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox(fresh);
  redis = await startRedisServer();
  proxy = await startTcpFaultProxy(redis.port);
  app = await startInstance({
    sandbox,
    redisUrl: `redis://127.0.0.1:${proxy.port}`,
    environment: RIDE_OUT_ENVIRONMENT,
  });
});
afterAll(async () => {
  await app.stop();
  await proxy.stop();
  await redis.stop();
  await sandbox.close();
});

const proxied = (fault: Fault) => ({
  begin: () => proxy.become(fault),
  end: () => proxy.become('pass'),
});

const FAULTS = {
  'refuses connections': proxied('refuse'),
  'is swallowed by the network': proxied('black-hole'),
  'is held up by the network': proxied('stall'),
  'resets connections': proxied('reset'),
  'freezes in the middle of a connection': {
    begin: () => redis.pause(),
    end: () => redis.resume(),
  },
  'is killed': { begin: () => redis.kill(), end: () => redis.restart() },
  'answers too slowly': { begin: () => proxy.delay(60), end: () => proxy.delay(0) },
  'may only be read': {
    begin: () => redis.ask('replicaof', '127.0.0.1', '1'),
    end: () => redis.ask('replicaof', 'no', 'one'),
  },
};

it.each(Object.entries(FAULTS))('Redis that %s costs nobody their page', (_, fault) =>
  rideOutFault(app, fault, () => app.url + landingPath(fresh.next())),
);
