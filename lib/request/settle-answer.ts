import type { ServerResponse } from 'node:http';
import { isLettingGo } from '#lib/process/draining.ts';
import { cacheControl, securityHeaders } from '#lib/security/security-headers.ts';
import { isTextAsset, type CompressedAsset } from './compressed-asset.ts';
import type { RequestContext } from './request-context.ts';

const always = Object.entries(securityHeaders);

/** What the answer is to, as the visitor asked for it. */
interface Asked {
  readonly path: string;
  readonly context: RequestContext;
  /** The version of a file that stands in for it. */
  readonly compressed: CompressedAsset | null;
}

/** Puts the headers that every answer carries on this one, just before its head is written. */
export function settleAnswer(response: ServerResponse, { path, context, compressed }: Asked): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    const status = typeof head[0] === 'number' ? head[0] : response.statusCode;
    for (const [name, value] of always) response.setHeader(name, value);
    response.setHeader('Cache-Control', cacheControl(path, status));
    response.setHeader('X-B3-TraceId', context.traceId);
    response.setHeader('X-B3-SpanId', context.spanId);
    // Next names its own request headers in it; of ours only text assets vary.
    response.removeHeader('Vary');
    const { contentEncoding } = context;
    if (contentEncoding !== undefined) response.setHeader('Content-Encoding', contentEncoding);
    if (status < 400 && isTextAsset(path)) describeAsset(response, compressed);
    if (isLettingGo()) response.setHeader('Connection', 'close');
    return writeHead(...head);
  };
}

function describeAsset(response: ServerResponse, compressed: CompressedAsset | null): void {
  response.setHeader('Vary', 'Accept-Encoding');
  if (compressed === null) return;
  response.setHeader('Content-Type', compressed.contentType);
  response.setHeader('Content-Encoding', compressed.contentEncoding);
}
