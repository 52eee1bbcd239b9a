import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '#sandbox/faults/fault.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { openPage, type OpenedPage } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { createFreshSamples } from '#tests/support/fresh-samples.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import { startApp, type App } from '#tests/support/start-app.ts';
import {
  startTcpFaultProxy,
  type Fault as TcpFault,
  type TcpFaultProxy,
} from '#tests/support/tcp-fault-proxy.ts';

const DEADLINE_MS = 1_000;
/** Less than a second deadline, which a page would have that waited for one call after the other. */
const SLACK_MS = 400;
/** A page that is late because the machine is busy is in time at one of these; more failures open a breaker. */
const TRIES = 6;
const PROBLEM = 'Sorry, there’s a problem with the service';

const fresh = createFreshSamples();
let sandbox: Sandbox;
let proxies: Readonly<Record<'notify' | 'documents', TcpFaultProxy>>;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox(fresh);
  proxies = {
    notify: await startTcpFaultProxy(sandbox.port),
    documents: await startTcpFaultProxy(sandbox.port),
  };
  app = await startApp({
    API_HOST_NAME: `http://127.0.0.1:${proxies.notify.port}`,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL: `http://127.0.0.1:${proxies.documents.port}`,
    HTTP_SERVE_TIMEOUT_SECONDS: String(DEADLINE_MS / 1_000),
  });
});
afterEach(async () => {
  sandbox.faults = {};
  for (const proxy of Object.values(proxies)) await proxy.become('pass');
  // Failures in a row would open a circuit breaker.
  await eventually(async () => (await openLanding()).status === 200);
});
afterAll(async () => {
  await app.stop();
  await Promise.all(Object.values(proxies).map((proxy) => proxy.stop()));
  await sandbox.close();
});

const openLanding = () => openPage(app.url + landingPath(fresh.next()));

/** Opens pages until one of them is there in time. */
async function openInTime(): Promise<OpenedPage & { readonly waitedMs: number }> {
  for (let number = 1; ; number += 1) {
    const startMs = performance.now();
    const page = await openLanding();
    const waitedMs = performance.now() - startMs;
    if (waitedMs < DEADLINE_MS + SLACK_MS || number === TRIES) return { ...page, waitedMs };
  }
}

async function expectProblem(status: number): Promise<OpenedPage> {
  const page = await openInTime();
  expect(page.status).toBe(status);
  expect(page.heading).toBe(PROBLEM);
  expect(page.waitedMs).toBeLessThan(DEADLINE_MS + SLACK_MS);
  return page;
}

const NETWORK_FAULTS: readonly (readonly [what: TcpFault, status: number])[] = [
  ['refuse', 503],
  ['reset', 503],
  ['black-hole', 504],
  ['stall', 504],
];

const FAULTS: readonly (readonly [what: string, status: number, fault: Fault])[] = [
  ['takes the request and says nothing', 504, { stallHeaders: true }],
  ['stops in the middle of its answer', 504, { stallBody: true }],
  ['sends garbage', 503, { body: 'half-json' }],
  ['sends 10 MB', 503, { body: 'oversized' }],
  ['answers 500', 503, { status: 500 }],
  ['answers 503', 503, { status: 503 }],
];

describe.each(['notify', 'documents'] as const)('in time, when the API of %s', (api) => {
  it.each(NETWORK_FAULTS)(
    'is behind a network that does %s, there is a %i',
    async (what, status) => {
      await proxies[api].become(what);
      await expectProblem(status);
    },
  );

  it.each(FAULTS)('%s, there is a %i', async (_, status, fault) => {
    sandbox.faults = { [api]: fault };
    await expectProblem(status);
  });

  it('answers 503 with Retry-After, there is a 503 that passes it on', async () => {
    sandbox.faults = { [api]: { status: 503, retryAfter: 7 } };
    const { headers } = await expectProblem(503);
    expect(headers.get('retry-after')).toBe('7');
  });
});
