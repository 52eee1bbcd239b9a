import { describe, expect, it } from 'vitest';
import { createSharedServices } from '#lib/cache/shared-services.ts';
import type { Contact } from '#lib/documents/contact.ts';
import { SERVICE, SERVICE_ID } from '#tests/support/api-samples.ts';
import { createFakeStore } from './fake-store.ts';

const NOW_MS = Date.parse('2026-11-23T12:00:00Z');
const NOTIFY_KEY = `service-${SERVICE_ID}`;
const OWN_KEY = `document-download-frontend:service:${SERVICE_ID}`;
const nowMs = () => NOW_MS;

function storeWith(key: string, value: unknown) {
  const store = createFakeStore();
  store.entries.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  return store;
}

describe("Notify's entry of a service", () => {
  it('is read like an answer of Notify API', async () => {
    const body = { data: { ...SERVICE, id: SERVICE_ID, permissions: ['letter'] } };
    const services = createSharedServices(storeWith(NOTIFY_KEY, body), nowMs);
    expect(await services.find(SERVICE_ID)).toEqual({
      current: {
        id: SERVICE_ID,
        name: 'Sample service',
        contact: { kind: 'web', href: 'https://sample.example.gov.uk/contact' },
        active: true,
      },
      own: null,
    });
  });

  it.each([
    ['no JSON', '{"data": {'],
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['of other types', { data: { ...SERVICE, name: { toString: 'x' } } }],
    ['without a service', { data: null }],
    ['far too long', { data: { ...SERVICE, more: 'x'.repeat(70_000) } }],
    ['a prototype', '{"__proto__": {"data": {"name": "x"}}}'],
  ])('is passed over when it is %s', async (_, value) => {
    const services = createSharedServices(storeWith(NOTIFY_KEY, value), nowMs);
    expect(await services.find(SERVICE_ID)).toEqual({ current: null, own: null });
  });

  it('cannot make a link of a script', async () => {
    const body = { data: { ...SERVICE, contact_link: 'javascript:alert(1)' } };
    const services = createSharedServices(storeWith(NOTIFY_KEY, body), nowMs);
    expect((await services.find(SERVICE_ID)).current?.contact.kind).toBe('phone');
  });
});

describe('our own entry of a service', () => {
  it.each<Contact>([
    { kind: 'none' },
    { kind: 'web', href: 'https://sample.example.gov.uk/contact' },
    { kind: 'email', address: 'help@example.gov.uk' },
    { kind: 'phone', text: '0300 000 0000' },
  ])('is read as it was written: $kind', async (contact) => {
    const store = createFakeStore();
    const services = createSharedServices(store, nowMs);
    const service = { id: SERVICE_ID, name: 'Sample service', contact, active: false };
    const entry = { service, fetchedAtMs: NOW_MS - 5000 };
    await services.keep(entry);
    expect(await services.find(SERVICE_ID)).toEqual({ current: null, own: entry });
  });

  it('is kept for a day, under our own name only', async () => {
    const store = createFakeStore();
    const service = { id: SERVICE_ID, name: 'x', contact: { kind: 'none' }, active: true } as const;
    await createSharedServices(store, nowMs).keep({ service, fetchedAtMs: NOW_MS });
    expect(store.writes).toMatchObject([{ key: OWN_KEY, ttlSeconds: 86_400 }]);
  });

  it.each([
    [-5000, -5000],
    [5000, -5000],
    [3_600_000, -3_600_000],
  ])('made %d ms from now counts as made %d ms from now', async (madeMs, countsMs) => {
    const entry = { fetchedAtMs: NOW_MS + madeMs, data: SERVICE };
    const services = createSharedServices(storeWith(OWN_KEY, entry), nowMs);
    expect((await services.find(SERVICE_ID)).own?.fetchedAtMs).toBe(NOW_MS + countsMs);
  });

  it.each([
    ['no time', { data: SERVICE }],
    ['a text for a time', { fetchedAtMs: 'now', data: SERVICE }],
  ])('is passed over with %s', async (_, entry) => {
    const services = createSharedServices(storeWith(OWN_KEY, entry), nowMs);
    expect((await services.find(SERVICE_ID)).own).toBeNull();
  });
});

describe('services without a shared store', () => {
  it('are not found, and forgotten when kept', async () => {
    const services = createSharedServices(null, nowMs);
    expect(await services.find(SERVICE_ID)).toEqual({ current: null, own: null });
  });
});
