import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask } from '#tests/support/ask.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';
import { whileStoreAnswers } from '#tests/support/while-store-answers.ts';

const PAGES = 20;

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox();
  app = await startInstance({
    sandbox,
    environment: { WEB_CONCURRENCY: '2', RATE_LIMIT_DOCUMENT_PAGES: `${PAGES}/60` },
  });
});
afterAll(async () => {
  await app.stop();
  await sandbox.close();
});

/** How many of a visitor's pages are granted that are asked for at the same time. */
async function countGranted(count: number): Promise<number> {
  const visitor = visitFrom(newVisitor());
  const url = app.url + landingPath(samples.pdf);
  const answers = await Promise.all(Array.from({ length: count }, () => ask(url, visitor)));
  return answers.filter(({ status }) => status === 200).length;
}

describe('the workers of a machine without Redis', () => {
  it('grant a burst together not one page too many and not one too few', async () => {
    expect(app.workers()).toHaveLength(2);
    expect(await whileStoreAnswers([app], () => countGranted(2 * PAGES))).toBe(PAGES);
  });
});
