import type { NextFunction } from 'express';
import type { Logger } from 'pino';
import { Counter, Histogram, type Registry } from 'prom-client';
import { routeOf } from '#lib/request/route-of.ts';
import { readTraceNames } from '#lib/request/trace-headers.ts';
import type { Answer, Visit } from './visit.ts';

const LABELS = ['method', 'path', 'code'] as const;

/** Names each request, and counts, times and logs it when its answer has gone out. */
export function observeRequests(log: Logger, registry: Registry) {
  const { requests, durations } = createFamilies(registry);
  return (request: Visit, response: Answer, next: NextFunction): void => {
    const startedAt = performance.now();
    const trace = readTraceNames(request.headers, null);
    response.locals = { trace };
    response.once('close', () => {
      const { method, originalUrl, ip, headers } = request;
      const seconds = (performance.now() - startedAt) / 1000;
      // Without the key, which is for its reader only.
      const { rule, url, serviceId } = routeOf(originalUrl);
      const labels = { method, path: rule, code: String(response.statusCode) };
      requests.inc(labels);
      durations.observe(labels, seconds);
      const { statusCode: status } = response;
      const fields = {
        requestId: trace.traceId,
        span_id: trace.spanId,
        service_id: serviceId,
        method,
        url,
        status,
        request_time: seconds,
        response_size: Number(response.get('Content-Length')),
        remote_addr: ip,
        user_agent: headers['user-agent'],
        host: headers.host,
      };
      log.info(fields, `${method} ${url} ${status} took ${seconds}s`);
    });
    next();
  };
}

function createFamilies(registry: Registry) {
  const common = { labelNames: LABELS, registers: [registry] };
  const requests = new Counter({
    name: 'http_server_requests_total',
    help: 'Requests that were answered',
    ...common,
  });
  const durations = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    ...common,
  });
  return { requests, durations };
}
