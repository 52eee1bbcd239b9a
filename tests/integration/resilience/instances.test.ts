import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask, postForm } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { readFormToken } from '#tests/support/form-token.ts';
import { cookieHeader } from '#tests/support/read-cookies.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import { storeChanges } from '#tests/support/store-changes.ts';
import {
  startTcpFaultProxy,
  type Fault,
  type TcpFaultProxy,
} from '#tests/support/tcp-fault-proxy.ts';

const sample = samples['asks-for-email'];
const email_address = sample.emailAddress ?? '';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

describe('what one instance gave a reader', () => {
  let one: App, other: App;
  beforeAll(async () => {
    [one, other] = await Promise.all([startInstance({ sandbox }), startInstance({ sandbox })]);
  });
  afterAll(() => Promise.all([one.stop(), other.stop()]));

  it('opens the file at another, which they have confirmed their address for', async () => {
    const { headers } = await postForm(one.url + formPath(sample), { email_address });
    const Cookie = cookieHeader(headers);
    const page = await ask(other.url + downloadPath(sample), { headers: { Cookie } });
    expect(page.status).toBe(200);
    expect((await ask(other.url + downloadPath(sample))).status).toBe(302);
  });

  it('shows at another that the form is ours', async () => {
    const token = await readFormToken(one.url + formPath(sample));
    const fromOldBrowser = {};
    const send = (fields: Readonly<Record<string, string>>) =>
      postForm(other.url + formPath(sample), { email_address, ...fields }, fromOldBrowser);
    expect((await send({ token })).status).toBe(302);
    expect((await send({})).status).toBe(403);
  });
});

describe.each<Fault>(['refuse', 'black-hole'])(
  'while the way to Redis does %s, an instance',
  (fault) => {
    let redis: RedisServer;
    let proxy: TcpFaultProxy;
    beforeAll(async () => {
      redis = await startRedisServer();
      proxy = await startTcpFaultProxy(redis.port);
    });
    afterAll(async () => {
      await proxy.stop();
      await redis.stop();
    });

    it('starts, and takes Redis when it comes', async () => {
      await proxy.become(fault);
      const app = await startInstance({ sandbox, redisUrl: `redis://127.0.0.1:${proxy.port}` });
      expect((await ask(app.url + landingPath(samples.pdf))).status).toBe(200);
      await proxy.become('pass');
      await eventually(() => storeChanges(app, 'Redis').at(-1) === 'ready');
      expect(await app.stop()).toBe(0);
      expect(storeChanges(app, 'Redis').slice(0, 2)).toEqual(['lost', 'ready']);
    });

    it('ends in good order', async () => {
      await proxy.become('pass');
      const app = await startInstance({ sandbox, redisUrl: `redis://127.0.0.1:${proxy.port}` });
      await eventually(() => storeChanges(app, 'Redis').at(-1) === 'ready');
      await proxy.become(fault);
      expect(await app.stop()).toBe(0);
    });
  },
);
