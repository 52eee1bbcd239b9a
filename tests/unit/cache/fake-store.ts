import type { SharedStore } from '#lib/cache/shared-store.ts';

/** A shared store in memory that remembers how it was used. */
export interface FakeStore extends SharedStore {
  readonly entries: Map<string, string>;
  readonly writes: { readonly key: string; readonly value: string; readonly ttlSeconds: number }[];
  /** As a store that is down: it finds and keeps nothing. */
  isDown: boolean;
}

export function createFakeStore(): FakeStore {
  const store: FakeStore = {
    entries: new Map(),
    writes: [],
    isDown: false,
    get: (keys) =>
      Promise.resolve(keys.map((key) => (store.isDown ? null : (store.entries.get(key) ?? null)))),
    set: (key, value, ttlSeconds) => {
      if (store.isDown) return Promise.resolve();
      store.entries.set(key, value);
      store.writes.push({ key, value, ttlSeconds });
      return Promise.resolve();
    },
  };
  return store;
}
