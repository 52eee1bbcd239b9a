import type { CDPSession, Page, Request } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { samples } from '#sandbox/samples.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import { expect, test } from './support/journey-test.ts';

const path = landingPath(samples.pdf);

/** A request that went over the network. */
interface Transfer {
  readonly url: string;
  readonly type: string;
  /** Heads and bodies, as they were sent. */
  bytes: number;
}

test('a first visit is light', async ({ page }) => {
  const transfers = await watchTransfers(page);
  await page.goto(path, { waitUntil: 'networkidle' });
  const total = transfers.reduce((sum, { bytes }) => sum + bytes, 0);
  const list = transfers.map(({ type, bytes }) => `${type} ${bytes}`).join(', ');
  expect(total, list).toBeLessThanOrEqual(100_000);
  expect(transfers.length, list).toBeLessThanOrEqual(8);
});

test('a page has one small script and one small style sheet, both its own', async ({ page }) => {
  const transfers = await watchTransfers(page);
  await page.goto(path, { waitUntil: 'networkidle' });
  for (const [type, name] of [
    ['Script', /^\/assets\/application-[\w]{8}\.js$/],
    ['Stylesheet', /^\/assets\/application-[\w]{8}\.css$/],
  ] as const) {
    const files = transfers.filter((transfer) => transfer.type === type);
    expect(files.map(({ url }) => new URL(url).pathname)).toEqual([expect.stringMatching(name)]);
    const content = await page.request.get(files[0]?.url ?? '');
    expect(gzipSync(await content.body()).length).toBeLessThanOrEqual(12_000);
  }
  await expect(page.locator('script')).toHaveCount(1);
});

test('the key goes with no request but that of the page', async ({ page, world }) => {
  const others: Request[] = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) others.push(request);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  expect(others.length).toBeGreaterThan(0);
  for (const request of others) {
    expect(request.url()).toMatch(/^[^?#]+$/);
    expect(request.url()).toContain(`${world.app.url}/assets/`);
    // An empty string is how the browser's protocol says that none is sent.
    expect((await request.allHeaders())['referer'] ?? '').toBe('');
  }
});

test('a second visit fetches the page and nothing else', async ({ page }) => {
  await page.goto(path, { waitUntil: 'networkidle' });
  const transfers = await watchTransfers(page);
  await page.goto(landingPath(samples.csv), { waitUntil: 'networkidle' });
  expect(transfers.map(({ type }) => type)).toEqual(['Document']);
});

/** Notes what the browser gets over the network; what it has kept is left out. */
async function watchTransfers(page: Page): Promise<Transfer[]> {
  const client: CDPSession = await page.context().newCDPSession(page);
  const transfers: Transfer[] = [];
  const byId = new Map<string, Transfer>();
  const kept = new Set<string>();
  await client.send('Network.enable');
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.fromDiskCache || kept.has(requestId)) return;
    byId.set(requestId, { url: response.url, type, bytes: 0 });
  });
  client.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = byId.get(requestId);
    if (transfer !== undefined) transfers.push({ ...transfer, bytes: encodedDataLength });
  });
  return transfers;
}
