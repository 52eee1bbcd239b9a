import { afterAll, beforeAll, expect, it } from 'vitest';
import { median } from '#bench/median.ts';
import type { ApiName, Fault } from '#sandbox/faults/fault.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { openPage, type OpenedPage } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { createFreshSamples } from '#tests/support/fresh-samples.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';

const DEADLINE_MS = 2_000;
const FAILURES_TO_OPEN = 10;

const fresh = createFreshSamples();
let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox(fresh);
  const environment = { HTTP_SERVE_TIMEOUT_SECONDS: String(DEADLINE_MS / 1_000) };
  app = await startInstance({ sandbox, environment });
});
afterAll(async () => {
  await app.stop();
  await sandbox.close();
});

interface TimedPage extends OpenedPage {
  readonly waitedMs: number;
}

async function open(): Promise<TimedPage> {
  const startMs = performance.now();
  const page = await openPage(app.url + landingPath(fresh.next()));
  return { ...page, waitedMs: performance.now() - startMs };
}

const openTogether = (count: number) => Promise.all(Array.from({ length: count }, open));

async function openInTurn(count: number): Promise<TimedPage[]> {
  const pages: TimedPage[] = [];
  for (let number = 1; number <= count; number += 1) pages.push(await open());
  return pages;
}

const statusesOf = (pages: readonly TimedPage[]) => [...new Set(pages.map(({ status }) => status))];

const CASES: readonly (readonly [api: ApiName, what: string, fault: Fault, firstStatus: number])[] =
  [
    ['documents', 'stalls', { stallHeaders: true }, 504],
    ['notify', 'stalls', { stallHeaders: true }, 504],
    ['documents', 'fails', { status: 500 }, 503],
    ['notify', 'fails', { status: 500 }, 503],
  ];

it.each(CASES)(
  'an API (%s) that %s is left alone, and taken back',
  async (api, _, fault, first) => {
    const operation = api === 'notify' ? 'service' : 'check';
    sandbox.faults = { [api]: fault };
    expect(statusesOf(await openTogether(FAILURES_TO_OPEN))).toEqual([first]);
    await eventually(async () => (await open()).status === 503);

    sandbox.clearCalls();
    const pages = await openInTurn(8);
    const refused = pages.filter(({ status }) => status === 503);
    for (const { headers } of refused) expect(headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    // A trial may fall among them.
    expect(pages.length - refused.length).toBeLessThanOrEqual(1);
    expect(sandbox.counts[operation]).toBeLessThanOrEqual(1);
    expect(median(refused.map(({ waitedMs }) => waitedMs))).toBeLessThan(DEADLINE_MS / 4);

    sandbox.faults = {};
    await eventually(async () => (await open()).status === 200);
    expect(statusesOf(await openInTurn(5))).toEqual([200]);
  },
);
