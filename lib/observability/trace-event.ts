import type { SpanJSON, TransactionEvent } from '@sentry/core';
import type { FinishedCall } from '#lib/trace/finished-call.ts';
import type { ReportedProgram } from './error-event.ts';
import type { RequestTrace } from './request-trace.ts';

/** The trace of a request, as Sentry takes it. */
export function traceEvent(
  { traceParent, request, calls }: RequestTrace,
  program: ReportedProgram,
): TransactionEvent {
  const { traceId, spanId, parentSpanId } = traceParent;
  const { status, start_timestamp, timestamp } = timesOf(request);
  return {
    type: 'transaction',
    platform: 'node',
    transaction: request.name,
    transaction_info: { source: 'route' },
    release: program.release,
    environment: program.environment,
    start_timestamp,
    timestamp,
    contexts: {
      trace: {
        trace_id: traceId,
        span_id: spanId,
        ...(parentSpanId !== undefined && { parent_span_id: parentSpanId }),
        op: 'http.server',
        status,
        data: request.attributes,
      },
    },
    spans: calls.map((call) => toSpan(call, traceId, spanId)),
  };
}

function toSpan(call: FinishedCall, traceId: string, parentSpanId: string): SpanJSON {
  return {
    trace_id: traceId,
    span_id: call.spanId,
    parent_span_id: parentSpanId,
    description: call.name,
    op: 'http.client',
    data: call.attributes,
    ...timesOf(call),
  };
}

function timesOf({ endedAt, durationMs, failed }: FinishedCall) {
  const timestamp = (performance.timeOrigin + endedAt) / 1000;
  return {
    start_timestamp: timestamp - durationMs / 1000,
    timestamp,
    status: failed ? 'internal_error' : 'ok',
  };
}
