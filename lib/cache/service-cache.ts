import type { Service } from '#lib/documents/service.ts';
import { ApiTimeoutError, ServiceNotFoundError } from '#lib/notify/api-errors.ts';
import type { CallContext } from '#lib/notify/call-context.ts';
import { isApiError } from '#lib/notify/failure-kinds.ts';
import { DeadlineError, withinDeadline } from '#lib/outage/within-deadline.ts';
import { CACHE_SETTINGS } from './cache-settings.ts';
import type { CacheSettings } from './cache-settings.ts';
import { isYounger } from './service-entry.ts';
import { createServiceMemory } from './service-memory.ts';
import type { RememberedService } from './service-memory.ts';
import { createServiceSource } from './service-source.ts';
import type { FetchedService, FindService } from './service-source.ts';
import { createSharedServices } from './shared-services.ts';
import type { SharedStore } from './shared-store.ts';

/**
 * Where a lookup found its answer: in this process, in Notify's entry or our own of the shared store,
 * nowhere (`miss`: Notify API was asked), or only in something old because Notify API failed.
 */
export type CacheLayer = 'process' | 'stale' | FetchedService['layer'];

export interface ServiceCacheOptions {
  /** Asks Notify API. */
  readonly load: FindService;
  readonly shared: SharedStore | null;
  readonly settings?: Partial<CacheSettings>;
  readonly onLookup?: (layer: CacheLayer) => void;
  /** Milliseconds since 1970, never going backwards. */
  readonly nowMs?: () => number;
}

/**
 * Names and contacts of services, which are on every page and hardly ever change. Nothing else of a
 * page is cached: not documents, keys or addresses.
 *
 * A service is served from memory for a minute and fetched anew before that is over. Those who want
 * the same service at the same time share one fetch. While Notify API fails, or keeps them waiting,
 * they get what is known from the last 24 hours.
 */
export function createServiceCache(options: ServiceCacheOptions): FindService {
  const { load, shared, onLookup, nowMs = monotonicNowMs } = options;
  const settings = { ...CACHE_SETTINGS, ...options.settings };
  const memory = createServiceMemory(settings, nowMs);
  const services = createSharedServices(shared, nowMs);
  const source = createServiceSource({ load, shared: services, memory, settings, nowMs });

  function serve(service: Service, layer: CacheLayer): Service {
    onLookup?.(layer);
    return service;
  }

  function serveKnown(known: RememberedService): Service {
    const isFresh = isYounger(known, settings.freshMs, nowMs());
    return serve(known.service, isFresh ? 'process' : 'stale');
  }

  /** What may be served in place of a failure; it is not fetched again before the pause is over. */
  function fallBack(id: string, error: unknown): RememberedService | undefined {
    const known = isOutage(error) ? memory.find(id) : undefined;
    if (known) memory.pause(known);
    return known;
  }

  async function fetchService(id: string, context: CallContext): Promise<Service> {
    const fetching = source.fetch(id, context);
    const waitFor = async (maxWaitMs: number) => {
      const { service, layer } = await within(fetching, Math.min(maxWaitMs, msLeft(context)));
      return serve(service, layer);
    };
    try {
      return await waitFor(settings.patienceMs);
    } catch (error) {
      const known = fallBack(id, error);
      return known ? serveKnown(known) : await waitFor(Infinity);
    }
  }

  return async (id, context) => {
    if (memory.isMissing(id)) {
      onLookup?.('process');
      throw new ServiceNotFoundError();
    }
    const known = memory.find(id);
    if (!known) return fetchService(id, context);
    if (nowMs() < known.refreshAtMs) return serveKnown(known);
    if (!isYounger(known, settings.freshMs, nowMs())) return fetchService(id, context);
    source.fetch(id, context).catch((error: unknown) => fallBack(id, error));
    return serveKnown(known);
  };
}

/** Whether an error says that Notify API fails us, not that it knows no such service. */
function isOutage(error: unknown): boolean {
  return isApiError(error) && !(error instanceof ServiceNotFoundError);
}

function msLeft(context: CallContext): number {
  return context.deadline - performance.now();
}

async function within<Value>(call: Promise<Value>, maxWaitMs: number): Promise<Value> {
  try {
    return await withinDeadline(call, Math.max(0, maxWaitMs));
  } catch (error) {
    throw error instanceof DeadlineError ? new ApiTimeoutError('notify-api') : error;
  }
}

function monotonicNowMs(): number {
  return performance.timeOrigin + performance.now();
}
