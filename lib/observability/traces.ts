import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { noteCall } from '#lib/request/request-context.ts';
import type { ApiCall } from '#lib/notify/api-call.ts';
import type { AnsweredRequest } from '#lib/request/observe-answer.ts';
import { randomHex } from '#lib/trace/random-hex.ts';
import { traceOf, type RequestTrace } from './request-trace.ts';

type TraceSink = (trace: RequestTrace) => void;

const sinks = oncePerProcess('trace-sinks', (): TraceSink[] => []);

/** From now on `sink` is told of every request whose trace is recorded. */
export function addTraceSink(sink: TraceSink): void {
  sinks.push(sink);
}

/** Tells those who collect traces of a request that was answered. */
export function tellTrace(answered: AnsweredRequest): void {
  if (sinks.length === 0) return;
  const trace = traceOf(answered);
  if (trace === undefined) return;
  for (const sink of sinks) sink(trace);
}

/** Keeps a call of an API for the current request's trace. */
export function traceApiCall(call: ApiCall): void {
  const { api, operation, outcome, durationMs, retried, status, spanId } = call;
  if (spanId === undefined) return;
  noteCall(() => ({
    name: `${api} ${operation}`,
    spanId,
    endedAt: performance.now(),
    durationMs,
    failed: outcome !== 'answered',
    attributes: {
      'peer.service': api,
      'document_download.outcome': outcome,
      'document_download.retried': retried,
      ...(status !== undefined && { 'http.response.status_code': status }),
    },
  }));
}

/** Keeps a command of Redis for the current request's trace. */
export function traceRedisCommand(seconds: number, outcome: 'answered' | 'failed'): void {
  noteCall(() => ({
    name: 'redis',
    spanId: randomHex(8),
    endedAt: performance.now(),
    durationMs: seconds * 1000,
    failed: outcome === 'failed',
    attributes: { 'db.system.name': 'redis' },
  }));
}
