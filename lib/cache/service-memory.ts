import { LRUCache } from 'lru-cache';
import type { Service } from '#lib/documents/service.ts';
import type { CacheSettings } from './cache-settings.ts';
import { isYounger } from './service-entry.ts';
import type { ServiceEntry } from './service-entry.ts';

/** A service as this process remembers it. */
export interface RememberedService extends ServiceEntry {
  /** From when on a newer one should be fetched; milliseconds since 1970. */
  readonly refreshAtMs: number;
}

/** What this process remembers of services, within bounds. */
export interface ServiceMemory {
  /** A service that may still be served, be it in need only. */
  find(id: string): RememberedService | undefined;
  keep(entry: ServiceEntry): void;
  /** Puts off the next fetch of a service after one has failed. */
  pause(known: RememberedService): void;
  /** Remembers for a while that there is no such service. */
  keepMissing(id: string): void;
  isMissing(id: string): boolean;
}

/** What an entry takes besides its texts, roughly. */
const ENTRY_BYTES = 400;
const BYTES_PER_CHARACTER = 2;

/**
 * Forgets what was not asked for the longest time where it would grow beyond its bounds. Ids without a
 * service are counted apart, so that guessing pushes no service out.
 *
 * @param nowMs milliseconds since 1970
 */
export function createServiceMemory(settings: CacheSettings, nowMs: () => number): ServiceMemory {
  const services = new LRUCache<string, RememberedService>({
    max: settings.maxServices,
    maxSize: settings.maxBytes,
    sizeCalculation: ({ service }) => bytesOf(service),
  });
  const missingUntilMs = new LRUCache<string, number>({ max: settings.maxMissing });
  return {
    find: (id) => {
      const known = services.get(id);
      return known && isYounger(known, settings.staleMs, nowMs()) ? known : undefined;
    },
    keep: ({ service, fetchedAtMs }) => {
      const refreshAtMs = fetchedAtMs + settings.refreshAfterMs;
      services.set(service.id, { service, fetchedAtMs, refreshAtMs });
    },
    pause: ({ service, fetchedAtMs }) => {
      const refreshAtMs = nowMs() + settings.pauseMs;
      services.set(service.id, { service, fetchedAtMs, refreshAtMs });
    },
    keepMissing: (id) => {
      services.delete(id);
      missingUntilMs.set(id, nowMs() + settings.missingMs);
    },
    isMissing: (id) => nowMs() < (missingUntilMs.get(id) ?? 0),
  };
}

function bytesOf({ id, name, contact }: Service): number {
  const characters = id.length + name.length + JSON.stringify(contact).length;
  return ENTRY_BYTES + characters * BYTES_PER_CHARACTER;
}
