import { afterAll, beforeAll, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask } from '#tests/support/ask.ts';
import { startApp, type App } from '#tests/support/start-app.ts';

const VISITORS = 16;
const PAGES_EACH = 150;

/** Of a thousand bytes that pages make three to five are kept; when something holds requests, eighty. */
const MOST_KEPT = 0.03;

/** What V8 says of a young collection: bytes made since the one before, and kept for good. */
const YOUNG_COLLECTION = /gc=s .*\ballocated=(\d+) promoted=(\d+)/;

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox();
  const environment = {
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    TRUSTED_PROXY_COUNT: '1',
    NOTIFY_REQUEST_LOG_LEVEL: 'ERROR',
  };
  app = await startApp(environment, ['node', '--trace-gc-nvp', '.next/standalone/server/start.js']);
});

afterAll(async () => {
  await app.stop();
  await sandbox.close();
});

/** Visitors who look at one page after the other, all at the same time. */
async function visit(): Promise<void> {
  async function visitOften(): Promise<void> {
    for (let page = 0; page < PAGES_EACH; page++) {
      const answer = await ask(`${app.url}${samples.pdf.path}`);
      await answer.arrayBuffer();
      expect(answer.status).toBe(200);
    }
  }
  await Promise.all(Array.from({ length: VISITORS }, visitOften));
}

/** The bytes of all collections of the worker together, from some point of the output on. */
function readCollections(from: number) {
  const [worker] = app.workers();
  const sum = { collections: 0, made: 0, kept: 0 };
  for (const line of app.output().slice(from).split('\n')) {
    const [, made, kept] = YOUNG_COLLECTION.exec(line) ?? [];
    if (made === undefined || !line.startsWith(`[${worker}:`)) continue;
    sum.collections += 1;
    sum.made += Number(made);
    sum.kept += Number(kept);
  }
  return sum;
}

it('keeps nothing of a request that has been answered', async () => {
  await visit();
  const warm = app.output().length;
  await visit();
  const { collections, made, kept } = readCollections(warm);
  expect(collections).toBeGreaterThan(20);
  expect(kept / made).toBeLessThan(MOST_KEPT);
});
