import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientAddress } from '#lib/security/client-address.ts';
import { answerMalformedRequests } from './answer-malformed.ts';
import { observeAnswer, type RequestObserver } from './observe-answer.ts';
import { enterRequest, type RequestContext } from './request-context.ts';
import { routeOf } from './route-of.ts';
import { settleAnswer } from './settle-answer.ts';
import { settleHeaders } from './settle-headers.ts';
import { settleMethod } from './settle-method.ts';
import { settleUrl } from './settle-url.ts';
import { readTraceNames } from './trace-headers.ts';

export interface RequestHookSettings {
  readonly trustedProxyCount: number;
  readonly deadlineMs: number;
  /** Share of the traces begun here that are recorded; null where none are. */
  readonly traceSampleRate: number | null;
  readonly observer: RequestObserver;
}

/**
 * Settles every request before Next sees it: its URL, headers, method, trace and visitor. Node
 * publishes each request to these channels first, so that static files, redirects and Next's own
 * errors pass here too, which middleware would miss.
 */
export function hookRequests(settings: RequestHookSettings): void {
  const known = new WeakSet<Server>();
  subscribe('net.server.socket', (message) => {
    const { socket } = message as { socket: Socket & { server?: Server } };
    settings.observer.connected();
    socket.once('close', settings.observer.disconnected);
    const { server } = socket;
    if (server === undefined || known.has(server)) return;
    known.add(server);
    answerMalformedRequests(server, settings.observer.malformed);
  });
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    settleRequest(request, response, settings);
  });
}

function settleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { trustedProxyCount, deadlineMs, traceSampleRate, observer }: RequestHookSettings,
): void {
  const { headers } = request;
  const path = settleUrl(request.url ?? '/');
  const trace = readTraceNames(headers, traceSampleRate);
  const startedAt = performance.now();
  const context: RequestContext = {
    ...trace,
    ...(traceSampleRate !== null && trace.traceParent?.isSampled && { calls: [] }),
    startedAt,
    deadline: startedAt + deadlineMs,
    route: routeOf(path),
    clientAddress: clientAddress({
      socketAddress: request.socket.remoteAddress ?? '',
      forwardedFor: headers['x-forwarded-for'],
      trustedProxyCount,
    }),
  };
  enterRequest(context);
  observeAnswer(request, response, context, observer);
  request.url = path;
  request.method = settleMethod(request.method ?? 'GET');
  request.headers = settleHeaders(headers);
  settleAnswer(response, { path, context });
}
