import type { AnsweredRequest } from '#lib/request/observe-answer.ts';
import type { FinishedCall } from '#lib/trace/finished-call.ts';
import type { TraceParent } from '#lib/trace/trace-parent.ts';
import { isQuiet } from './quiet-paths.ts';

/** One request and the calls that it has made, told to systems that collect traces. */
export interface RequestTrace {
  readonly traceParent: TraceParent;
  readonly request: FinishedCall;
  readonly calls: readonly FinishedCall[];
}

/** The trace of an answered request; undefined where it is not recorded. */
export function traceOf(answered: AnsweredRequest): RequestTrace | undefined {
  const { context, method, status, durationSeconds } = answered;
  const { traceParent, calls, route, outcome } = context;
  if (traceParent === undefined || calls === undefined || isQuiet(route.path)) return undefined;
  const durationMs = durationSeconds * 1000;
  const request = {
    name: `${method} ${route.rule}`,
    spanId: traceParent.spanId,
    endedAt: context.startedAt + durationMs,
    durationMs,
    failed: status >= 500,
    attributes: {
      'http.request.method': method,
      'http.route': route.rule,
      'url.path': route.path,
      'http.response.status_code': status,
      'document_download.request_id': context.traceId,
      ...(outcome && { 'document_download.outcome': outcome }),
    },
  };
  return { traceParent, request, calls };
}
