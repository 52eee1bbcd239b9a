import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_EMAIL_ADDRESS } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { openPage, postForm, type OpenedPage } from '#tests/support/ask.ts';
import { startBalancer, type Balancer } from '#tests/support/balancer.ts';
import { eventually } from '#tests/support/eventually.ts';
import { readFormToken } from '#tests/support/form-token.ts';
import { createFreshSamples } from '#tests/support/fresh-samples.ts';
import { startRedisCluster, type RedisCluster } from '#tests/support/redis-cluster.ts';
import { startApp, type App } from '#tests/support/start-app.ts';
import { whileStoreAnswers } from '#tests/support/while-store-answers.ts';

const fresh = createFreshSamples({ askForEmail: true });

let redis: RedisCluster;
let sandbox: Sandbox;
let instances: readonly [App, App];
let balancer: Balancer;

/** What is to be ended, in this order: also when not all of it could be started. */
const endings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  redis = await startRedisCluster();
  endings.unshift(() => redis.stop());
  sandbox = await startSandbox({ services: fresh.services, documents: fresh.documents });
  endings.unshift(() => sandbox.close());
  instances = [await startInstance(), await startInstance()];
  balancer = await startBalancer(instances.map(({ port }) => port));
  endings.unshift(() => balancer.stop());
  for (const { port } of instances) await balancer.untilUp(port);
});

afterAll(async () => {
  for (const end of endings) await end();
});

async function startInstance(): Promise<App> {
  const instance = await startApp({
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    REDIS_ENABLED: 'true',
    REDIS_MODE: 'cluster',
    REDIS_URL: redis.url,
    SHUTDOWN_DELAY_SECONDS: '1',
  });
  endings.unshift(() => instance.stop());
  return instance;
}

/** How many pages of documents an instance has answered, by its log. */
function countPages(instance: App): number {
  return instance.output().split('"path":"/d/').length - 1;
}

function formUrl(path: string): string {
  return balancer.url + path.replace('?', '/confirm-email-address?');
}

/** Sends the form as a browser does that does not say on which page it was: the token has to do. */
async function confirm(path: string, token: string): Promise<OpenedPage> {
  const fields = { email_address: SAMPLE_EMAIL_ADDRESS, token };
  const confirmed = await postForm(formUrl(path), fields, {});
  expect(confirmed.status).toBe(302);
  const cookies = confirmed.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  const target = new URL(confirmed.headers.get('Location') ?? '', balancer.url);
  return openPage(target.href, { headers: { Cookie: cookies.join('; ') } });
}

describe('two instances that share nothing but a Redis Cluster, asked in turn,', () => {
  it('take a citizen through one journey together', async () => {
    const before = instances.map(countPages);
    for (let journey = 0; journey < 3; journey += 1) {
      const { path } = fresh.next();
      expect((await openPage(balancer.url + path)).status).toBe(200);
      expect((await confirm(path, await readFormToken(formUrl(path)))).status).toBe(200);
    }
    const pages = () =>
      instances.map((instance, index) => countPages(instance) - (before[index] ?? 0));
    await eventually(() => pages().every((count) => count === 6));
  });

  it('count the tries of a visitor together', async () => {
    const statuses = await whileStoreAnswers(instances, async () => {
      const url = formUrl(fresh.next().path);
      const ofEach: number[] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        ofEach.push((await postForm(url, { email_address: 'somebody@example.gov.uk' })).status);
      }
      return ofEach;
    });
    expect(statuses).toEqual([...Array<number>(10).fill(400), 429, 429]);
  });

  it('ask for the name of a service once, for both', async () => {
    // A second trip to Redis has to be quick, which it is not always on a busy machine.
    await eventually(async () => {
      const { path, serviceId } = fresh.next();
      for (let page = 0; page < 6; page += 1) await openPage(balancer.url + path);
      const calls = sandbox.calls.filter((call) => call.path === `/service/${serviceId}`);
      return calls.length === 1;
    });
  });

  it('keep a journey going when the one that began it is removed', async () => {
    const { path } = fresh.next();
    const token = await readFormToken(formUrl(path));
    const [ids = ''] = path.split('?');
    const began = () => instances.find((instance) => instance.output().includes(ids));
    await eventually(() => began() !== undefined);
    const first = began() ?? instances[0];
    await first.stop();
    await balancer.untilDown(first.port);
    expect((await confirm(path, token)).status).toBe(200);
  });
});
