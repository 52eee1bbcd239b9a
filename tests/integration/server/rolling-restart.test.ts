import { afterAll, beforeAll, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { startBalancer, type Balancer } from '#tests/support/balancer.ts';
import { startApp, type App } from '#tests/support/start-app.ts';
import { startSteadyLoad, type SteadyLoad } from '#tests/support/steady-load.ts';

let sandbox: Sandbox;
let instances: [App, App];
let balancer: Balancer;

function startInstance(port?: number): Promise<App> {
  return startApp({
    ...(port !== undefined && { PORT: String(port) }),
    WEB_CONCURRENCY: '2',
    SHUTDOWN_DELAY_SECONDS: '5',
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    TRUSTED_PROXY_COUNT: '1',
    NOTIFY_REQUEST_LOG_LEVEL: 'ERROR',
  });
}

function startVisits(): SteadyLoad {
  return startSteadyLoad({ url: `${balancer.url}${samples.pdf.path}`, perSecond: 100 });
}

beforeAll(async () => {
  sandbox = await startSandbox();
  instances = [await startInstance(), await startInstance()];
  balancer = await startBalancer(instances.map(({ port }) => port));
});

afterAll(async () => {
  await balancer.stop();
  await Promise.all(instances.map((instance) => instance.stop()));
  await sandbox.close();
});

it('restarts both instances one after the other without losing a request', async () => {
  const visits = startVisits();
  for (const [index, instance] of instances.entries()) {
    expect(await instance.stop()).toBe(0);
    instances[index] = await startInstance(instance.port);
    await balancer.untilUp(instance.port);
  }
  const { sentCount, failures } = await visits.stop();
  expect(failures).toEqual([]);
  expect(sentCount).toBeGreaterThan(200);
});
