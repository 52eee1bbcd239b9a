import type { Service } from '#lib/documents/service.ts';
import { ServiceNotFoundError } from '#lib/notify/api-errors.ts';
import type { CallContext } from '#lib/notify/call-context.ts';
import type { CacheSettings } from './cache-settings.ts';
import { isYounger } from './service-entry.ts';
import type { ServiceMemory } from './service-memory.ts';
import type { SharedServices } from './shared-services.ts';
import { createSingleFlight } from './single-flight.ts';

/** Asks for a service; throws the errors of Notify API. */
export type FindService = (id: string, context: CallContext) => Promise<Service>;

/** A service, and where it came from: the shared store (Notify's entry or ours) or Notify API. */
export interface FetchedService {
  readonly service: Service;
  readonly layer: 'shared' | 'own' | 'miss';
}

/** Fetches services from beyond this process into its memory. */
export interface ServiceSource {
  /** Joins the fetch that is under way for a service, or begins one. */
  fetch(id: string, context: CallContext): Promise<FetchedService>;
}

interface Parts {
  readonly load: FindService;
  readonly shared: SharedServices;
  readonly memory: ServiceMemory;
  readonly settings: CacheSettings;
  readonly nowMs: () => number;
}

export function createServiceSource({
  load,
  shared,
  memory,
  settings,
  nowMs,
}: Parts): ServiceSource {
  const flights = createSingleFlight<FetchedService>();

  async function loadIntoAll(id: string, context: CallContext): Promise<FetchedService> {
    try {
      const entry = { service: await load(id, context), fetchedAtMs: nowMs() };
      memory.keep(entry);
      void shared.keep(entry);
      return { service: entry.service, layer: 'miss' };
    } catch (error) {
      if (error instanceof ServiceNotFoundError) memory.keepMissing(id);
      throw error;
    }
  }

  async function fetch(id: string, context: CallContext): Promise<FetchedService> {
    const { current, own } = await shared.find(id);
    if (current) {
      memory.keep({ service: current, fetchedAtMs: nowMs() });
      return { service: current, layer: 'shared' };
    }
    if (own && own.fetchedAtMs > (memory.find(id)?.fetchedAtMs ?? 0)) {
      memory.keep(own);
      if (isYounger(own, settings.refreshAfterMs, nowMs())) {
        return { service: own.service, layer: 'own' };
      }
    }
    return loadIntoAll(id, context);
  }

  return {
    fetch: (id, context) =>
      flights.join(id, () => fetch(id, sharedContext(context, settings.fetchTimeoutMs))),
  };
}

/** The first caller's names, but neither its deadline nor its will: others wait for the answer too. */
function sharedContext(
  { traceId, spanId, traceParent }: CallContext,
  timeoutMs: number,
): CallContext {
  return { traceId, spanId, traceParent, deadline: performance.now() + timeoutMs };
}
