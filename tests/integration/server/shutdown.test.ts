import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openConnection } from '#tests/support/raw-connection.ts';
import { startStandIn, type StandIn } from '#tests/support/stand-in.ts';
import { launchApp, startApp, type App } from '#tests/support/start-app.ts';

/** An API that keeps everybody waiting until the test has it answer. */
let api: StandIn;
let answerNow: (() => void)[] = [];
let app: App;

beforeAll(async () => {
  api = await startStandIn((response) => {
    answerNow.push(() => response.writeHead(404).end());
  });
});

afterEach(async () => {
  answerNow = [];
  await app.stop();
});

afterAll(() => api.close());

function start(environment: Readonly<Record<string, string>>): Promise<App> {
  return startApp({
    API_HOST_NAME: api.baseUrl,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: api.baseUrl,
    ...environment,
  });
}

/** Asks for a page and comes back when the program waits for an API's answer. */
async function visit(): Promise<{ readonly answer: Promise<Response> }> {
  const answer = fetch(`${app.url}${samples.pdf.path}`);
  answer.catch(() => undefined);
  await eventually(() => answerNow.length > 0);
  return { answer };
}

describe('SIGTERM', () => {
  it('fails the health check at once, while pages are still served', async () => {
    app = await start({ SHUTDOWN_DELAY_SECONDS: '5' });
    app.signal('SIGTERM');
    await eventually(async () => (await fetch(`${app.url}/_status`)).status === 503);
    const simple = await fetch(`${app.url}/_status?simple=1`);
    const page = await fetch(`${app.url}/cookies`);
    expect(simple.status).toBe(503);
    expect(page.status).toBe(200);
    expect(page.headers.get('connection')).toBe('close');
    expect(await app.ended).toBe(0);
  });

  it('lets a request in flight finish, then exits with 0', async () => {
    app = await start({ SHUTDOWN_DELAY_SECONDS: '0' });
    const { answer } = await visit();
    app.signal('SIGTERM');
    await eventually(() => refuses(app));
    for (const release of answerNow) release();
    expect((await answer).status).toBe(404);
    expect(await app.ended).toBe(0);
  });

  it('cuts a hung request when time is up, and exits with 0', async () => {
    app = await start({ SHUTDOWN_DELAY_SECONDS: '0', SHUTDOWN_TIMEOUT_SECONDS: '1' });
    const { answer } = await visit();
    const signalledMs = performance.now();
    app.signal('SIGTERM');
    await expect(answer).rejects.toThrow();
    expect(await app.ended).toBe(0);
    expect(performance.now() - signalledMs).toBeGreaterThan(1_000);
  });

  it('ends a worker that hangs itself', async () => {
    app = await start({ SHUTDOWN_DELAY_SECONDS: '0', SHUTDOWN_TIMEOUT_SECONDS: '1' });
    for (const worker of app.workers()) process.kill(worker, 'SIGSTOP');
    expect(await app.stop()).toBe(0);
  });

  it('does not wait for a connection on which nobody asks for anything', async () => {
    app = await start({ SHUTDOWN_DELAY_SECONDS: '0' });
    const silent = await openConnection(app.port);
    app.signal('SIGTERM');
    await silent.closed;
    expect(await app.ended).toBe(0);
  });

  it('ends everything when it comes through npm', async () => {
    app = await launchApp({ HOME: process.env['HOME'] ?? '/' }, ['npm', 'start', '--silent']);
    await eventually(async () => !(await refuses(app)));
    app.signal('SIGTERM');
    await app.ended;
    expect(await refuses(app)).toBe(true);
  });
});

describe('SIGINT', () => {
  it('stops listening without a delay', async () => {
    app = await start({ SHUTDOWN_DELAY_SECONDS: '20' });
    const { answer } = await visit();
    app.signal('SIGINT');
    await eventually(() => refuses(app), 15_000);
    for (const release of answerNow) release();
    expect((await answer).status).toBe(404);
    expect(await app.ended).toBe(0);
  });

  it('ends everything at once when it comes again', async () => {
    app = await start({ SHUTDOWN_DELAY_SECONDS: '0' });
    const { answer } = await visit();
    app.signal('SIGINT');
    await eventually(() => refuses(app));
    await new Promise((resolve) => setTimeout(resolve, 600));
    app.signal('SIGINT');
    await expect(answer).rejects.toThrow();
    expect(await app.ended).toBe(130);
  });
});

async function refuses({ url }: App): Promise<boolean> {
  return fetch(`${url}/security.txt`, { redirect: 'manual' }).then(
    () => false,
    () => true,
  );
}
