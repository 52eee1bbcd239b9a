import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { startApp, type App } from '#tests/support/start-app.ts';
import { startSteadyLoad, type SteadyLoad } from '#tests/support/steady-load.ts';

let app: App;
let load: SteadyLoad;

beforeAll(async () => {
  // Hardly any work is done so quickly, so that moderate load is beyond the limit.
  app = await startApp({ EVENT_LOOP_LAG_LIMIT_MS: '1', NOTIFY_REQUEST_LOG_LEVEL: 'CRITICAL' });
  load = startSteadyLoad({ url: `${app.url}/cookies`, perSecond: 400 });
});

afterAll(async () => {
  await load.stop();
  await app.stop();
});

it('turns visitors away with a page and a time to come back while it is late', async () => {
  const { status, headers, body } = await firstRefusal('/cookies');
  expect(status).toBe(503);
  expect(headers.get('retry-after')).toBe('10');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(body).toContain('Sorry, there’s a problem with the service');
});

it('answers the health check even then', async () => {
  await firstRefusal('/cookies');
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => (await fetch(`${app.url}/_status`)).status),
  );
  expect(new Set(answers)).toEqual(new Set([200]));
});

async function firstRefusal(path: string) {
  let response = await fetch(`${app.url}${path}`);
  await eventually(async () => {
    response = await fetch(`${app.url}${path}`);
    return response.status !== 200;
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
}
