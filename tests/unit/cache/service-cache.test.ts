import { beforeEach, describe, expect, it } from 'vitest';
import { createServiceCache } from '#lib/cache/service-cache.ts';
import type { CacheLayer, ServiceCacheOptions } from '#lib/cache/service-cache.ts';
import type { FindService } from '#lib/cache/service-source.ts';
import type { Service } from '#lib/documents/service.ts';
import {
  ApiCredentialsError,
  ApiTimeoutError,
  ApiUnavailableError,
  ServiceNotFoundError,
} from '#lib/notify/api-errors.ts';
import type { CallContext } from '#lib/notify/call-context.ts';
import { SERVICE_ID, contextFor } from '#tests/support/api-samples.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';
import { createFakeStore } from './fake-store.ts';
import type { FakeStore } from './fake-store.ts';

const PATIENCE_MS = 30;
const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;
const OUTAGES = [
  new ApiUnavailableError('notify-api', 'status'),
  new ApiTimeoutError('notify-api'),
  new ApiCredentialsError('notify-api', 403),
];

let nowMs: number;
let store: FakeStore;
let loads: { id: string; context: CallContext }[];
let layers: CacheLayer[];
/** What Notify API says; each test makes it say something else. */
let load: FindService;

beforeEach(() => {
  nowMs = Date.parse('2026-11-23T12:00:00Z');
  store = createFakeStore();
  loads = [];
  layers = [];
  load = (id) => Promise.resolve(service(`name ${loads.length}`, id));
});

function service(name: string, id = SERVICE_ID): Service {
  return { id, name, contact: { kind: 'none' }, active: true };
}

function createCache(options: Partial<ServiceCacheOptions> = {}): FindService {
  return createServiceCache({
    load: (id, context) => {
      loads.push({ id, context });
      return load(id, context);
    },
    shared: store,
    onLookup: (layer) => layers.push(layer),
    nowMs: () => nowMs,
    ...options,
  });
}

function fail(error: Error): FindService {
  return () => Promise.reject(error);
}

/** Lets what runs in the background come to its end. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

const nameFrom = async (find: FindService, context = contextFor(5000)) =>
  (await find(SERVICE_ID, context)).name;

describe('a service that is asked for often', () => {
  it('is fetched once in 45 seconds, and nobody waits for it', async () => {
    const find = createCache({ shared: null });
    expect(await nameFrom(find)).toBe('name 1');
    nowMs += 44 * SECOND_MS;
    expect(await nameFrom(find)).toBe('name 1');
    expect(loads).toHaveLength(1);
    nowMs += 2 * SECOND_MS;
    expect(await nameFrom(find)).toBe('name 1');
    expect(loads).toHaveLength(2);
    await settle();
    expect(await nameFrom(find)).toBe('name 2');
    expect(loads).toHaveLength(2);
    expect(layers).toEqual(['miss', 'process', 'process', 'process']);
  });

  it('is fetched anew after a minute without a reader', async () => {
    const find = createCache({ shared: null });
    await nameFrom(find);
    nowMs += 61 * SECOND_MS;
    expect(await nameFrom(find)).toBe('name 2');
    expect(layers).toEqual(['miss', 'miss']);
  });

  it('is fetched once for all who ask at the same time', async () => {
    const find = createCache();
    const names = await Promise.all(Array.from({ length: 100 }, () => nameFrom(find)));
    expect(new Set(names)).toEqual(new Set(['name 1']));
    expect(loads).toHaveLength(1);
  });

  it('is fetched for the others when the first to ask goes away or runs out of time', async () => {
    const find = createCache({ shared: null });
    const { promise, resolve } = Promise.withResolvers<Service>();
    load = () => promise;
    const impatient = nameFrom(find, contextFor(20, AbortSignal.timeout(10)));
    const patient = nameFrom(find);
    await expect(impatient).rejects.toBeInstanceOf(ApiTimeoutError);
    resolve(service('late'));
    expect(await patient).toBe('late');
    expect(loads).toHaveLength(1);
    expect(loads[0]?.context.signal).toBeUndefined();
    expect(loads[0]?.context).toMatchObject({ traceId: 'trace-of-test', spanId: 'span-of-test' });
  });
});

describe('a service of which Notify API says nothing', () => {
  it.each(OUTAGES)('is served as it was up to a day ago: $name', async (outage) => {
    const find = createCache({ shared: null });
    await nameFrom(find);
    load = fail(outage);
    nowMs += 24 * HOUR_MS - 1;
    expect(await nameFrom(find)).toBe('name 1');
    nowMs += 1;
    await expect(nameFrom(find)).rejects.toBe(outage);
    expect(layers).toEqual(['miss', 'stale']);
  });

  it.each(OUTAGES)('is not served when it never was known: $name', async (outage) => {
    load = fail(outage);
    await expect(nameFrom(createCache())).rejects.toBe(outage);
    expect(layers).toEqual([]);
  });

  it('is served as another instance knew it', async () => {
    await nameFrom(createCache());
    load = fail(new ApiUnavailableError('notify-api', 'connection'));
    nowMs += 23 * HOUR_MS;
    expect(await nameFrom(createCache())).toBe('name 1');
    expect(layers).toEqual(['miss', 'stale']);
  });

  it('is asked for again only after a pause', async () => {
    const find = createCache({ shared: null });
    await nameFrom(find);
    load = fail(new ApiTimeoutError('notify-api'));
    nowMs += HOUR_MS;
    await nameFrom(find);
    nowMs += 4 * SECOND_MS;
    await nameFrom(find);
    expect(loads).toHaveLength(2);
    load = () => Promise.resolve(service('back again'));
    nowMs += 2 * SECOND_MS;
    expect(await nameFrom(find)).toBe('back again');
  });

  it('is asked for again only after a pause in the background, too', async () => {
    const find = createCache({ shared: null });
    await nameFrom(find);
    load = fail(new ApiTimeoutError('notify-api'));
    nowMs += 46 * SECOND_MS;
    for (let n = 0; n < 10; n += 1) {
      await nameFrom(find);
      await settle();
    }
    expect(loads).toHaveLength(2);
    expect(new Set(layers.slice(1))).toEqual(new Set(['process']));
  });

  it('does not keep a reader waiting who can have it as it was', async () => {
    const find = createCache({ shared: null, settings: { patienceMs: PATIENCE_MS } });
    await nameFrom(find);
    const { promise, resolve } = Promise.withResolvers<Service>();
    load = () => promise;
    nowMs += HOUR_MS;
    const patient = nameFrom(find);
    expect(await settlesWithin(patient, 2 * PATIENCE_MS)).toBe(true);
    expect(await patient).toBe('name 1');
    const next = nameFrom(find);
    expect(await settlesWithin(next, PATIENCE_MS / 2)).toBe(true);
    expect(await next).toBe('name 1');
    resolve(service('late'));
    await settle();
    expect(await nameFrom(find)).toBe('late');
    expect(layers).toEqual(['miss', 'stale', 'stale', 'process']);
  });

  it('is not hidden by a bug', async () => {
    const find = createCache({ shared: null });
    await nameFrom(find);
    load = fail(new TypeError('a bug'));
    nowMs += HOUR_MS;
    await expect(nameFrom(find)).rejects.toThrow('a bug');
  });
});

describe('a service that does not exist', () => {
  beforeEach(() => {
    load = fail(new ServiceNotFoundError(404));
  });

  it('is not asked for again within ten seconds', async () => {
    const find = createCache();
    for (let n = 0; n < 5; n += 1) {
      await expect(nameFrom(find)).rejects.toBeInstanceOf(ServiceNotFoundError);
    }
    expect(loads).toHaveLength(1);
    nowMs += 10 * SECOND_MS;
    load = () => Promise.resolve(service('new'));
    expect(await nameFrom(find)).toBe('new');
    expect(layers).toEqual(['process', 'process', 'process', 'process', 'miss']);
  });

  it('is not served although it once existed', async () => {
    load = () => Promise.resolve(service('old'));
    const find = createCache({ shared: null });
    await nameFrom(find);
    load = fail(new ServiceNotFoundError(404));
    nowMs += HOUR_MS;
    await expect(nameFrom(find)).rejects.toBeInstanceOf(ServiceNotFoundError);
    load = fail(new ApiTimeoutError('notify-api'));
    nowMs += HOUR_MS;
    await expect(nameFrom(find)).rejects.toBeInstanceOf(ApiTimeoutError);
  });

  it('pushes none out that does, however many are guessed', async () => {
    const find = createCache({ shared: null, settings: { maxServices: 10, maxMissing: 10 } });
    load = (id) => Promise.resolve(service('real', id));
    await nameFrom(find);
    load = fail(new ServiceNotFoundError(404));
    for (let n = 0; n < 1000; n += 1) {
      await find(`guess ${n}`, contextFor(5000)).catch(() => undefined);
    }
    expect(await nameFrom(find)).toBe('real');
    expect(layers).toEqual(['miss', 'process']);
  });
});
