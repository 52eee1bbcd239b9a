import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask, openPage } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { createFreshSamples, type FreshSample } from '#tests/support/fresh-samples.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import { formPath, landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';

const HOUR_MS = 3_600_000;

const fresh = createFreshSamples();
let sandbox: Sandbox;
let redis: RedisServer;
let one: App, other: App;

beforeAll(async () => {
  sandbox = await startSandbox(fresh);
  redis = await startRedisServer();
  const start = () =>
    startInstance({
      sandbox,
      redisUrl: redis.url,
      environment: { RATE_LIMIT_DOCUMENT_PAGES: '100000/60' },
    });
  [one, other] = await Promise.all([start(), start()]);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await redis.stop();
  await sandbox.close();
});

const open = (app: App, sample: FreshSample) => openPage(app.url + landingPath(sample));
const sentenceOf = (page: Awaited<ReturnType<typeof open>>) => page.inMain('p')[0]?.text ?? '';

const ownKey = ({ serviceId }: FreshSample) => `document-download-frontend:service:${serviceId}`;
const notifyKey = ({ serviceId }: FreshSample) => `service-${serviceId}`;

/** A service that is in Redis as of so long ago, because a page of it was seen at `one`. */
async function rememberedSince(ageMs: number): Promise<FreshSample> {
  let sample = fresh.next();
  // Where Redis is late, on a busy machine, what was found out is not kept there.
  await eventually(async () => {
    sample = fresh.next();
    await open(one, sample);
    return eventually(async () => (await redis.ask('exists', ownKey(sample))) === 1, 1_000).then(
      () => true,
      () => false,
    );
  });
  const entry = JSON.parse(String(await redis.ask('get', ownKey(sample)))) as object;
  const old = JSON.stringify({ ...entry, fetchedAtMs: Date.now() - ageMs });
  await redis.ask('set', ownKey(sample), old, 'KEEPTTL');
  return sample;
}

/** Tries with one service after the other: on a busy machine Redis may be too late for a page. */
async function eventuallyOfFresh(isSo: (sample: FreshSample) => Promise<boolean>): Promise<void> {
  await eventually(() => isSo(fresh.next()));
}

describe('the name of a service', () => {
  it('is taken from Notify’s entry in Redis, which is left as it is', async () => {
    const data = { name: 'Name in Redis', contact_link: null, active: true };
    const text = JSON.stringify({ data });
    await eventuallyOfFresh(async (sample) => {
      sandbox.clearCalls();
      await redis.ask('set', notifyKey(sample), text);
      const page = await open(one, sample);
      expect(await redis.ask('get', notifyKey(sample))).toBe(text);
      expect(await redis.ask('ttl', notifyKey(sample))).toBe(-1);
      return sentenceOf(page).startsWith('Name in Redis sent you') && sandbox.counts.service === 0;
    });
  });

  it.each(['nonsense', '{"data":{"name":7}}', '{}'])(
    'is asked for where that entry is %s',
    async (text) => {
      const sample = fresh.next();
      await redis.ask('set', notifyKey(sample), text);
      expect(sentenceOf(await open(one, sample))).toMatch(/^Service fresh \d+ sent you/);
      expect(await redis.ask('get', notifyKey(sample))).toBe(text);
    },
  );

  it('is kept under a key of our own, never under Notify’s', async () => {
    const sample = await rememberedSince(0);
    expect(await redis.ask('exists', notifyKey(sample))).toBe(0);
    const ttlSeconds = Number(await redis.ask('ttl', ownKey(sample)));
    expect(ttlSeconds).toBeGreaterThan(0);
    expect(ttlSeconds * 1000).toBeLessThanOrEqual(24 * HOUR_MS);
  });

  it('is asked for once by all instances', async () => {
    await eventually(async () => {
      const sample = await rememberedSince(0);
      sandbox.clearCalls();
      const page = await open(other, sample);
      expect(sentenceOf(page)).toMatch(/^Service fresh \d+ sent you/);
      return sandbox.counts.service === 0;
    });
  });

  it('is asked for once by readers who come at the same time', async () => {
    sandbox.faults = { notify: { delayMs: 300 } };
    const sample = fresh.next();
    const pages = await Promise.all(Array.from({ length: 30 }, () => open(one, sample)));
    expect(pages.map(({ status }) => status)).toEqual(Array<number>(30).fill(200));
    expect(sandbox.counts).toMatchObject({ service: 1, check: 30 });
  });

  it.each([
    ['fails', { status: 500 }],
    ['refuses us', { status: 403 }],
    ['stalls', { stallHeaders: true }],
    ['talks nonsense', { body: 'html' }],
  ] as const)('is an old one while Notify API %s, and nobody can tell', async (_, fault) => {
    await eventually(async () => {
      const sample = await rememberedSince(HOUR_MS);
      const healthy = await open(one, sample);
      sandbox.clearCalls();
      sandbox.faults = { notify: fault };
      const page = await open(other, sample);
      sandbox.faults = {};
      expect(sandbox.counts.service).toBeGreaterThan(0);
      return page.status === 200 && page.html === healthy.html;
    });
  });

  it('is not one that is older than a day', async () => {
    const sample = await rememberedSince(25 * HOUR_MS);
    sandbox.faults = { notify: { status: 500 } };
    expect((await open(other, sample)).status).toBe(503);
  });
});

describe('that there is no such service', () => {
  it('is remembered for ten seconds', async () => {
    const url = one.url + landingPath(samples['unknown-service']);
    for (let visit = 1; visit <= 3; visit += 1) expect((await ask(url)).status).toBe(404);
    expect(sandbox.counts.service).toBe(1);
    await pause(10_000);
    expect((await ask(url)).status).toBe(404);
    expect(sandbox.counts.service).toBe(2);
  });
});

describe('what is known of a document', () => {
  it('is asked for on every page', async () => {
    const sample = fresh.next();
    for (let visit = 1; visit <= 3; visit += 1) {
      expect((await open(one, sample)).status).toBe(200);
      expect(sandbox.counts.check).toBe(visit);
    }
  });

  it('is nowhere in Redis, nor is its key or a reader’s address', async () => {
    const sample = samples['asks-for-email'];
    const email_address = sample.emailAddress ?? '';
    const url = one.url + formPath(sample);
    const answer = await ask(url, {
      method: 'POST',
      body: new URLSearchParams({ email_address }),
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(answer.status).toBe(302);
    const keys = (await redis.ask('keys', '*')) as string[];
    const values = await Promise.all(keys.map((key) => redis.ask('get', key)));
    const all = [...keys, ...values].join('\n');
    expect(all).toContain('document-download:limit:');
    for (const secret of [sample.documentId, sample.key, email_address]) {
      expect(all).not.toContain(secret);
    }
  });
});
