import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Names of one request in the logs of all systems (contracts, section 5). */
export interface TraceNames {
  readonly traceId: string;
  readonly spanId: string;
}

const TRACE_ID_HEADERS = ['x-b3-traceid', 'x-amz-cf-id', 'x-amzn-trace-id'] as const;
const SAFE = /^[!-~](?:[ -~]{0,126}[!-~])?$/;

/** The names that the caller gave, if they are safe to repeat, else new ones. */
export function readTraceNames(headers: IncomingHttpHeaders): TraceNames {
  return {
    traceId: firstSafe(headers, TRACE_ID_HEADERS) ?? randomBytes(16).toString('hex'),
    spanId: firstSafe(headers, ['x-b3-spanid']) ?? `self-${randomBytes(8).toString('hex')}`,
  };
}

function firstSafe(headers: IncomingHttpHeaders, names: readonly string[]): string | undefined {
  return names
    .map((name) => headers[name])
    .find((value): value is string => typeof value === 'string' && SAFE.test(value));
}
