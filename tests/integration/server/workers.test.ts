import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { eventually } from '#tests/support/eventually.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { readLogLines } from '#tests/support/log-lines.ts';
import { launchApp, startApp, type App } from '#tests/support/start-app.ts';
import { startSteadyLoad, type SteadyLoad } from '#tests/support/steady-load.ts';

const SERVES = 'A worker takes requests';

/** Ten starts in vain take their time on a busy machine. */
const TEN_STARTS_MS = 180_000;

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterEach(async () => {
  await app.stop();
});

afterAll(() => sandbox.close());

async function startWorkers(count: number): Promise<void> {
  app = await startApp({
    WEB_CONCURRENCY: String(count),
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    TRUSTED_PROXY_COUNT: '1',
    NOTIFY_REQUEST_LOG_LEVEL: 'ERROR',
  });
  await eventually(() => messages().filter((each) => each === SERVES).length === count);
}

function startVisits(): SteadyLoad {
  return startSteadyLoad({ url: `${app.url}${samples.pdf.path}`, perSecond: 100 });
}

it('loses no request but those that a killed worker held', async () => {
  await startWorkers(2);
  const [victim = 0, survivor = 0] = app.workers();
  const visits = startVisits();
  await after(500);
  process.kill(victim, 'SIGKILL');
  // Until the primary knows of it, a request may still go to the worker that was killed.
  await eventually(() => app.output().includes('"cause":"SIGKILL"'));
  const knownMs = performance.now();
  await eventually(() => app.workers().length === 2 && !app.workers().includes(victim));
  await after(500);
  const { failures } = await visits.stop();
  expect(failures.filter(({ sentMs }) => sentMs > knownMs)).toEqual([]);
  expect(app.workers()).toContain(survivor);
});

it.each([1, 2])(
  'replaces workers on SIGHUP without a lost request when it has %i',
  async (count) => {
    await startWorkers(count);
    const before = app.workers();
    const visits = startVisits();
    await after(500);
    app.signal('SIGHUP');
    await eventually(() => {
      const now = app.workers();
      return now.length === count && !before.some((worker) => now.includes(worker));
    });
    const { sentCount, failures } = await visits.stop();
    expect(failures).toEqual([]);
    expect(sentCount).toBeGreaterThan(0);
  },
);

it('replaces its only worker when that is killed', async () => {
  await startWorkers(1);
  const [worker = 0] = app.workers();
  process.kill(worker, 'SIGKILL');
  await eventually(answers);
  expect(app.workers()).not.toContain(worker);
});

it('bounds the heap of its workers', async () => {
  const preloaded = resolve(import.meta.dirname, '../../support/tell-heap-limit.ts');
  app = await startApp({ WEB_CONCURRENCY: '1', NODE_OPTIONS: `--import=${preloaded}` });
  const [line] = readLogLines(app.output()).filter((each) => 'heapLimitMb' in each);
  // Old objects, and three times what new ones take.
  expect(line).toEqual({ heapLimitMb: 256 + 3 * 4 });
});

it('leaves no worker behind when it is killed itself', async () => {
  await startWorkers(2);
  app.signal('SIGKILL');
  expect(await app.ended).toBeNull();
});

it('ends with an error when workers keep dying', async () => {
  const port = await findFreePort();
  const occupier = await listen(port);
  app = await launchApp({ PORT: String(port) });
  expect(await app.ended).toBe(1);
  expect(app.output()).toContain('Workers keep dying');
  occupier.close();
});

it(
  'ends with an error when no worker can start',
  async () => {
    const preloaded = resolve(import.meta.dirname, '../../support/fail-to-start.ts');
    app = await launchApp({ NODE_OPTIONS: `--import=${preloaded}` });
    expect(await app.ended).toBe(1);
    const fatal = readLogLines(app.output()).filter(({ levelname }) => levelname === 'CRITICAL');
    expect(fatal.map(({ message }) => message)).toEqual([
      ...Array.from({ length: 10 }, () => 'The worker could not start, so it ends'),
      'Workers keep dying, so the program ends',
    ]);
    expect(app.output()).toContain(': not for [redacted]');
  },
  TEN_STARTS_MS,
);

it('starts no worker when the configuration is wrong', async () => {
  app = await launchApp({ WEB_CONCURRENCY: 'many', SHUTDOWN_DELAY_SECONDS: '-1' });
  expect(await app.ended).toBe(1);
  expect(app.output().trim().split('\n')).toHaveLength(1);
  expect(app.output()).toMatch(/WEB_CONCURRENCY is wrong.*SHUTDOWN_DELAY_SECONDS is wrong/);
});

function messages(): unknown[] {
  return readLogLines(app.output()).map(({ message }) => message);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function answers(): Promise<boolean> {
  return fetch(`${app.url}/_status`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
