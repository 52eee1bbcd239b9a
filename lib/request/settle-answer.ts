import type { ServerResponse } from 'node:http';
import { isLettingGo } from '#lib/process/draining.ts';
import { cacheControl, securityHeaders } from '#lib/security/security-headers.ts';
import { overrideMethod } from './override-method.ts';
import type { RequestContext } from './request-context.ts';
import { awaitWholeBody } from './whole-answer.ts';

const always = Object.entries(securityHeaders);

/** What the answer is to. */
interface Asked {
  /** Path and query as `settleUrl` gives them. */
  readonly path: string;
  readonly context: RequestContext;
}

/** Puts the headers that every answer carries on this one, just before its head is written. */
export function settleAnswer(response: ServerResponse, { path, context }: Asked): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  // Node's own: Next puts two of its own around it, which look for cookies.
  const setHeader = response.setHeader.bind(response);
  const settleBody = awaitWholeBody(response, context);
  overrideMethod(response, {
    writeHead(...head: unknown[]) {
      const status = typeof head[0] === 'number' ? head[0] : response.statusCode;
      settleBody();
      for (const [name, value] of always) setHeader(name, value);
      setHeader('Cache-Control', cacheControl(path, status));
      setHeader('X-B3-TraceId', context.traceId);
      setHeader('X-B3-SpanId', context.spanId);
      // Next names its own request headers in it; of ours only text assets vary.
      response.removeHeader('Vary');
      for (const [name, value] of Object.entries(context.answerHeaders ?? {}))
        setHeader(name, value);
      if (isLettingGo()) setHeader('Connection', 'close');
      return writeHead(...head);
    },
  });
}
