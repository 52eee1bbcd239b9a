import type { IncomingHttpHeaders } from 'node:http';

/**
 * The request headers that the pages read. All others are dropped before Next sees them: many make it
 * redirect, reveal its state or skip middleware (`rsc`, `x-nextjs-data`, `x-middleware-…`).
 */
const READ_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-length',
  'content-type',
  'cookie',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'range',
  'sec-fetch-site',
  'transfer-encoding',
  'user-agent',
] as const;

/** Next only needs a host that parses; no page says under which name it was reached. */
const HOST = 'localhost';

/** The headers that go on to Next. */
export function settleHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const settled: Record<string, string | string[]> = { host: HOST };
  for (const name of READ_HEADERS) {
    const value = headers[name];
    if (value !== undefined) settled[name] = value;
  }
  return settled;
}
