import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a stand-in was asked. */
export interface ReceivedCall {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Reply = (response: ServerResponse, call: ReceivedCall) => void;

/** An API that answers whatever a test wants, however broken. */
export interface StandIn {
  readonly baseUrl: string;
  readonly calls: readonly ReceivedCall[];
  readonly connectionCount: () => number;
  /** The most calls that were waiting for their answers at one time. */
  readonly mostInFlight: () => number;
  reply: Reply;
  close(): Promise<void>;
}

export async function startStandIn(reply: Reply): Promise<StandIn> {
  const calls: ReceivedCall[] = [];
  let connectionCount = 0;
  let inFlight = 0;
  let mostInFlight = 0;
  // No connection ends just when it is taken again.
  const server = createServer({ keepAliveTimeout: 90_000 }, (request, response) => {
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    response.on('close', () => (inFlight -= 1));
    void text(request).then(
      (body) => {
        const { method = '', url = '', headers } = request;
        const call = { method, url, headers, body };
        calls.push(call);
        standIn.reply(response, call);
      },
      () => undefined,
    );
  });
  server.on('connection', () => (connectionCount += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const standIn: StandIn = {
    baseUrl: `http://127.0.0.1:${port}`,
    calls,
    connectionCount: () => connectionCount,
    mostInFlight: () => mostInFlight,
    reply,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return standIn;
}

/** Answers with JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** Answers with a page, as servers in front of an API do. */
export function html(status: number, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end('<!doctype html><title>An error</title>');
  };
}
