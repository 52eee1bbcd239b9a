import { beforeEach, describe, expect, it } from 'vitest';
import { CACHE_SETTINGS } from '#lib/cache/cache-settings.ts';
import { createServiceMemory } from '#lib/cache/service-memory.ts';
import { createServiceSource } from '#lib/cache/service-source.ts';
import { createSharedServices } from '#lib/cache/shared-services.ts';
import { SERVICE, SERVICE_ID, contextFor } from '#tests/support/api-samples.ts';
import { createFakeStore } from './fake-store.ts';
import type { FakeStore } from './fake-store.ts';

const NOW_MS = Date.parse('2026-11-23T12:00:00Z');
const NOTIFY_KEY = `service-${SERVICE_ID}`;
const OWN_KEY = `document-download-frontend:service:${SERVICE_ID}`;

let store: FakeStore;
let loads: number;
beforeEach(() => {
  store = createFakeStore();
  loads = 0;
});

function fetchService() {
  const nowMs = () => NOW_MS;
  const source = createServiceSource({
    load: (id) => {
      loads += 1;
      return Promise.resolve({ id, name: 'from API', contact: { kind: 'none' }, active: true });
    },
    shared: createSharedServices(store, nowMs),
    memory: createServiceMemory(CACHE_SETTINGS, nowMs),
    settings: CACHE_SETTINGS,
    nowMs,
  });
  return source.fetch(SERVICE_ID, contextFor(5000));
}

function notifyEntry(name: string) {
  store.entries.set(NOTIFY_KEY, JSON.stringify({ data: { ...SERVICE, name } }));
}

function ownEntry(name: string, ageMs: number) {
  const entry = { fetchedAtMs: NOW_MS - ageMs, data: { ...SERVICE, name } };
  store.entries.set(OWN_KEY, JSON.stringify(entry));
}

describe('a service comes from', () => {
  it("Notify's entry before ours", async () => {
    notifyEntry('from Notify');
    ownEntry('from us', 0);
    expect(await fetchService()).toMatchObject({
      service: { name: 'from Notify' },
      layer: 'shared',
    });
    expect(loads).toBe(0);
    expect(store.writes).toEqual([]);
  });

  it('our entry while that is new', async () => {
    ownEntry('from us', 44_000);
    expect(await fetchService()).toMatchObject({ service: { name: 'from us' }, layer: 'own' });
    expect(loads).toBe(0);
  });

  it.each([
    ['there is no entry', () => undefined],
    ['our entry is not new', () => ownEntry('from us', 45_000)],
    ["Notify's entry is broken", () => store.entries.set(NOTIFY_KEY, '{')],
    ['the store is down', () => (store.isDown = true)],
  ])('Notify API when %s', async (_, prepare) => {
    prepare();
    expect(await fetchService()).toMatchObject({ service: { name: 'from API' }, layer: 'miss' });
    expect(loads).toBe(1);
  });

  it('Notify API into our entry, never into that of Notify', async () => {
    await fetchService();
    expect(store.writes.map(({ key }) => key)).toEqual([OWN_KEY]);
    expect(JSON.parse(store.entries.get(OWN_KEY) ?? '')).toEqual({
      fetchedAtMs: NOW_MS,
      data: { name: 'from API', contact_link: null, active: true },
    });
  });
});
