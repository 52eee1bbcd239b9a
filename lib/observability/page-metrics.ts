import { Counter, type Registry } from 'prom-client';
import type { CacheLayer } from '#lib/cache/service-cache.ts';
import type { Decision } from '#lib/rate-limit/rate-limiter.ts';

const LAYERS: readonly CacheLayer[] = ['process', 'shared', 'own', 'miss', 'stale'];

/** More kinds of errors than the program and its packages have. */
const MOST_ERRORS = 50;
const ERROR_NAME = /^[A-Za-z]\w{0,60}$/;

/** What is counted on the way to a page. */
export interface PageMetrics {
  /** An error became a page with a status of 5xx. */
  readonly failed: (error: unknown) => void;
  /** A service was looked up in the cache. */
  readonly lookedUp: (layer: CacheLayer) => void;
  /** A limit was asked. */
  readonly limited: (decision: Decision) => void;
}

export function createPageMetrics(registry: Registry): PageMetrics {
  const registers = [registry];
  const exceptions = new Counter({
    name: 'http_server_exceptions_total',
    help: 'Errors that kept a page from being made',
    labelNames: ['error'],
    registers,
  });
  const lookups = new Counter({
    name: 'document_download_service_lookups_total',
    help: 'Lookups of a service by where it was found; miss means that Notify API was asked',
    labelNames: ['layer'],
    registers,
  });
  const decisions = new Counter({
    name: 'document_download_rate_limit_decisions_total',
    help: 'Decisions of rate limits, by where the points are counted',
    labelNames: ['policy', 'store', 'decision'],
    registers,
  });
  for (const layer of LAYERS) lookups.inc({ layer }, 0);
  const nameOf = errorNamer();
  return {
    failed: (error) => exceptions.inc({ error: nameOf(error) }),
    lookedUp: (layer) => lookups.inc({ layer }),
    limited: ({ policy, store, allowed }) =>
      decisions.inc({ policy: policy.name, store, decision: allowed ? 'allowed' : 'refused' }),
  };
}

/** Names kinds of errors; as many as a label may have values, then `other`. */
function errorNamer(): (error: unknown) => string {
  const known = new Set<string>();
  return (error) => {
    const name = error instanceof Error ? error.name : 'NotAnError';
    if (known.has(name)) return name;
    if (known.size >= MOST_ERRORS || !ERROR_NAME.test(name)) return 'other';
    known.add(name);
    return name;
  };
}
