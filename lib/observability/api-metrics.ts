import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { ApiClientEvents } from '#lib/notify/api-client.ts';
import type { ApiName } from '#lib/notify/api-errors.ts';
import type { BreakerState } from '#lib/notify/circuit-breaker.ts';

const APIS: readonly ApiName[] = ['notify-api', 'document-download-api'];
const STATES: readonly BreakerState[] = ['closed', 'half-open', 'open'];

/** In seconds: both APIs answer within tenths unless they are ill. */
const DURATION_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Measures the calls that this program makes. */
export function createApiMetrics(registry: Registry): Required<ApiClientEvents> {
  const registers = [registry];
  const durations = new Histogram({
    name: 'document_download_api_call_duration_seconds',
    help: 'Time that calls of an API took, with their retries',
    labelNames: ['api', 'operation', 'outcome'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  const retries = new Counter({
    name: 'document_download_api_retries_total',
    help: 'Calls of an API that were made a second time',
    labelNames: ['api'],
    registers,
  });
  const breakers = new Gauge({
    name: 'document_download_api_breaker_state',
    help: 'Processes whose circuit breaker for an API is in this state',
    labelNames: ['api', 'state'],
    registers,
  });
  const setBreaker = (api: ApiName, current: BreakerState) => {
    for (const state of STATES) breakers.set({ api, state }, state === current ? 1 : 0);
  };
  for (const api of APIS) {
    retries.inc({ api }, 0);
    setBreaker(api, 'closed');
  }
  return {
    onCall: ({ api, operation, outcome, durationMs, retried }) => {
      durations.observe({ api, operation, outcome }, durationMs / 1000);
      if (retried) retries.inc({ api });
    },
    onBreakerChange: setBreaker,
  };
}
