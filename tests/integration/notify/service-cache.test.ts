import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServiceCache } from '#lib/cache/service-cache.ts';
import type { CacheLayer } from '#lib/cache/service-cache.ts';
import type { FindService } from '#lib/cache/service-source.ts';
import { createNotifyApi } from '#lib/notify/notify-api.ts';
import type { NotifyApi } from '#lib/notify/notify-api.ts';
import { API_SECRET, SERVICE, SERVICE_ID, contextFor } from '#tests/support/api-samples.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';
import { html, json, startStandIn } from '#tests/support/stand-in.ts';
import type { Reply, StandIn } from '#tests/support/stand-in.ts';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 100;
const reset: Reply = (response) => response.socket?.resetAndDestroy();
const stall: Reply = () => undefined;

let standIn: StandIn;
let api: NotifyApi;
let find: FindService;
let nowMs: number;
let layers: CacheLayer[];

beforeEach(async () => {
  standIn = await startStandIn(json(200, { data: SERVICE }));
  api = createNotifyApi({
    baseUrl: standIn.baseUrl,
    userName: 'notify-admin',
    secret: API_SECRET,
    limits: { failuresToOpen: 3 },
  });
  nowMs = Date.now();
  layers = [];
  find = createServiceCache({
    load: api.getService,
    shared: null,
    settings: { patienceMs: PATIENCE_MS },
    onLookup: (layer) => layers.push(layer),
    nowMs: () => nowMs,
  });
});
afterEach(async () => {
  await api.close();
  await standIn.close();
});

const findService = () => find(SERVICE_ID, contextFor(5000));

describe('the service cache before Notify API', () => {
  it('makes one call for a hundred readers', async () => {
    const services = await Promise.all(Array.from({ length: 100 }, findService));
    expect(new Set(services.map(({ name }) => name))).toEqual(new Set(['Sample service']));
    expect(standIn.calls).toHaveLength(1);
  });

  it.each([
    ['is down', html(503)],
    ['is broken', html(200)],
    ['refuses us', json(403, {})],
    ['resets connections', reset],
  ])('serves what it knew when the API %s', async (_, reply) => {
    await findService();
    standIn.reply = reply;
    for (let hour = 1; hour < 24; hour += 1) {
      nowMs += HOUR_MS;
      await expect(findService()).resolves.toMatchObject({ name: 'Sample service' });
    }
    expect(layers.slice(1)).toEqual(Array.from({ length: 23 }, () => 'stale'));
  });

  it('keeps nobody waiting for an API that stalls', async () => {
    await findService();
    standIn.reply = stall;
    nowMs += HOUR_MS;
    const readers = Promise.all(Array.from({ length: 10 }, findService));
    expect(await settlesWithin(readers, 2 * PATIENCE_MS)).toBe(true);
    expect(await settlesWithin(findService(), PATIENCE_MS / 2)).toBe(true);
    expect(standIn.calls).toHaveLength(2);
  });

  it('takes what the API says as soon as it is well again', async () => {
    await findService();
    standIn.reply = html(500);
    nowMs += HOUR_MS;
    await findService();
    standIn.reply = json(200, { data: { ...SERVICE, name: 'New name' } });
    nowMs += HOUR_MS;
    await expect(findService()).resolves.toMatchObject({ name: 'New name' });
  });
});
