// All of undici, with its fetch, caches and mocks, would take three times the memory.
import Pool from 'undici/lib/dispatcher/pool.js';
import { ApiTimeoutError } from './api-errors.ts';
import type { ApiName } from './api-errors.ts';
import type { ApiRequest } from './api-request.ts';
import type { CallContext } from './call-context.ts';
import { formatTraceParent } from '#lib/trace/trace-parent.ts';
import { toExchangeFailure } from './exchange-failure.ts';
import { exchange } from './exchange.ts';
import type { HttpAnswer } from './exchange.ts';

/** What an API is given in time and room before a call to it is given up. */
export interface TransportLimits {
  readonly connectTimeoutMs: number;
  /** From the request's last byte to the end of the answer's headers. */
  readonly headersTimeoutMs: number;
  /** Between two pieces of the answer's body. */
  readonly bodyTimeoutMs: number;
  /** How long an idle connection is kept, unless the API names a shorter time. */
  readonly idleTimeoutMs: number;
  readonly maxConnections: number;
  readonly maxAnswerBytes: number;
}

export interface ApiTransport {
  /**
   * Makes one attempt of a call.
   *
   * @param spanId names the attempt in the logs and traces of all systems: 16 hexadecimal digits
   * @throws ApiTimeoutError, ApiUnavailableError, or the reason of the context's signal
   */
  send(request: ApiRequest<unknown>, context: CallContext, spanId: string): Promise<HttpAnswer>;
  /** Lets go of all connections, whatever is in flight on them. */
  close(): Promise<void>;
}

/** Sends requests to one API over kept-alive connections. It follows no redirects. */
export function createApiTransport(
  api: ApiName,
  baseUrl: string,
  limits: TransportLimits,
): ApiTransport {
  const { origin, pathname } = new URL(baseUrl);
  const pathPrefix = pathname.replace(/\/$/, '');
  const pool = new Pool(origin, {
    connections: limits.maxConnections,
    connectTimeout: limits.connectTimeoutMs,
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.bodyTimeoutMs,
    keepAliveTimeout: limits.idleTimeoutMs,
    keepAliveMaxTimeout: limits.idleTimeoutMs,
    maxResponseSize: limits.maxAnswerBytes,
    allowH2: false,
  });

  return {
    send: async (request, context, spanId) => {
      const { signal } = context;
      signal?.throwIfAborted();
      const timeoutMs = Math.ceil(context.deadline - performance.now());
      if (timeoutMs <= 0) throw new ApiTimeoutError(api);
      const wireRequest = {
        method: request.method,
        path: pathPrefix + request.path.reveal(),
        headers: headersOf(request, context, spanId),
        body: request.body?.reveal() ?? null,
      };
      try {
        return await exchange(pool, wireRequest, { timeoutMs, signal });
      } catch (error) {
        throw signal?.aborted ? error : toExchangeFailure(api, error);
      }
    },
    close: () => pool.destroy(),
  };
}

/** All headers that an API gets; none of the browser's own. */
function headersOf(
  request: ApiRequest<unknown>,
  context: CallContext,
  spanId: string,
): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(request.body && { 'Content-Type': 'application/json' }),
    ...(request.authorization && { Authorization: request.authorization.reveal() }),
    'X-B3-TraceId': context.traceId,
    'X-B3-SpanId': spanId,
    'X-B3-ParentSpanId': context.spanId,
    ...(context.traceParent && { traceparent: formatTraceParent(context.traceParent, spanId) }),
  };
}
