import type { ServerResponse } from 'node:http';
import { cacheControl, securityHeaders } from '#lib/security/security-headers.ts';
import type { TraceNames } from './trace-headers.ts';

const always = Object.entries(securityHeaders);

/** Puts the headers that every answer carries on this one, just before its head is written. */
export function settleAnswer(response: ServerResponse, path: string, trace: TraceNames): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    const status = typeof head[0] === 'number' ? head[0] : response.statusCode;
    for (const [name, value] of always) response.setHeader(name, value);
    response.setHeader('Cache-Control', cacheControl(path, status));
    response.setHeader('X-B3-TraceId', trace.traceId);
    response.setHeader('X-B3-SpanId', trace.spanId);
    // Next names its own request headers in it; nothing of ours is stored, so nothing varies.
    response.removeHeader('Vary');
    return writeHead(...head);
  };
}
