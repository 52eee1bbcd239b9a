import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { RequestObserver } from '#lib/request/observe-answer.ts';
import { outcomes } from '#lib/request/outcome.ts';

/** What stands for every value that a visitor could make up. */
const OTHER = 'other';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const LABELS = ['method', 'host', 'path', 'code'] as const;

/** As in Notify's other programs (contracts, section 7), in seconds. */
const DURATION_BUCKETS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/**
 * Counts requests.
 * @param hosts names under which the program is reached; all others count as one
 */
export function createRequestMetrics(
  registry: Registry,
  hosts: readonly string[],
): RequestObserver {
  const { requests, durations, inFlight, connections, pages } = createFamilies(registry);
  const knownHosts = new Set(hosts);
  return {
    connected: () => connections.inc(),
    disconnected: () => connections.dec(),
    arrived: () => inFlight.inc(),
    answered: ({ context, method, host, status, durationSeconds }) => {
      inFlight.dec();
      const labels = {
        method: METHODS.has(method) ? method : OTHER,
        host: knownHosts.has(host) ? host : OTHER,
        path: context.route.rule,
        code: String(status),
      };
      requests.inc(labels);
      durations.observe(labels, durationSeconds);
      // Machines that look at a link before its reader does ask by HEAD.
      if (context.outcome !== undefined && method !== 'HEAD')
        pages.inc({ outcome: context.outcome });
    },
    malformed: (status) =>
      requests.inc({ method: OTHER, host: OTHER, path: 'No endpoint', code: String(status) }),
  };
}

function createFamilies(registry: Registry) {
  const registers = [registry];
  const requests = new Counter({
    name: 'http_server_requests_total',
    help: 'Requests that were answered',
    labelNames: LABELS,
    registers,
  });
  const durations = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: LABELS,
    buckets: DURATION_BUCKETS,
    registers,
  });
  const inFlight = new Gauge({
    name: 'http_server_requests_in_flight',
    help: 'Requests that are being answered',
    registers,
  });
  const connections = new Gauge({
    name: 'http_server_connections',
    help: 'Open connections',
    registers,
  });
  const pages = new Counter({
    name: 'document_download_pages_total',
    help: 'What visitors of documents got to see',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of outcomes) pages.inc({ outcome }, 0);
  return { requests, durations, inFlight, connections, pages };
}
