import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The trace headers that both APIs put on every answer: the caller's, else new ones. */
export function traceHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return {
    'X-B3-TraceId':
      single(headers['x-b3-traceid']) ??
      single(headers['x-amz-cf-id']) ??
      single(headers['x-amzn-trace-id']) ??
      randomBytes(16).toString('hex'),
    'X-B3-SpanId': single(headers['x-b3-spanid']) ?? `self-${randomBytes(8).toString('hex')}`,
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
