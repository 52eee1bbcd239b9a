import type { IncomingHttpHeaders } from 'node:http';
import { randomHex } from '#lib/trace/random-hex.ts';
import { joinTrace, readTraceParent, type TraceParent } from '#lib/trace/trace-parent.ts';

/** Names of one request in the logs of all systems (contracts, section 5). */
export interface TraceNames {
  /** Names the whole journey through all systems (`X-B3-TraceId`). */
  readonly traceId: string;
  /** Names this program's part of it (`X-B3-SpanId`). */
  readonly spanId: string;
  /** The caller's caller, if it says so. */
  readonly parentSpanId: string | undefined;
  /** The same in the W3C's words; undefined where nobody records traces. */
  readonly traceParent: TraceParent | undefined;
}

const TRACE_ID_HEADERS = ['x-b3-traceid', 'x-amz-cf-id', 'x-amzn-trace-id'] as const;
const SAFE = /^[!-~](?:[ -~]{0,126}[!-~])?$/;

/**
 * The names that the caller gave, if they are safe to repeat, else new ones.
 * @param sampleRate share of the traces begun here that are recorded; null where none are
 */
export function readTraceNames(
  headers: IncomingHttpHeaders,
  sampleRate: number | null,
): TraceNames {
  const caller = readTraceParent(headers['traceparent']);
  const names = {
    traceId: firstSafe(headers, TRACE_ID_HEADERS) ?? caller?.traceId ?? randomHex(16),
    spanId: firstSafe(headers, ['x-b3-spanid']) ?? `self-${randomHex(8)}`,
    parentSpanId: firstSafe(headers, ['x-b3-parentspanid']),
  };
  const isTraced = caller !== undefined || sampleRate !== null;
  return {
    ...names,
    traceParent: isTraced ? joinTrace(names, caller, sampleRate ?? 0) : undefined,
  };
}

function firstSafe(headers: IncomingHttpHeaders, names: readonly string[]): string | undefined {
  return names
    .map((name) => headers[name])
    .find((value): value is string => typeof value === 'string' && SAFE.test(value));
}
