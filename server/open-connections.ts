import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A request and its answer, while one of them is on its way. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What goes on on a connection. */
interface Activity {
  /** `performance.now()` when it began. */
  readonly sinceMs: number;
  /** Null while nothing, or not all of a request's head, has come. */
  readonly exchange: Exchange | null;
}

/**
 * The open connections of a server, at most so many: at the limit whoever keeps us waiting longest
 * makes room for a newcomer, so that slow or idle clients, however many, never shut out a quick one.
 */
export class OpenConnections {
  /** In the order in which the activities began. */
  readonly #activities = new Map<Socket, Activity>();
  readonly #limit: number;

  constructor(server: Server, limit: number) {
    this.#limit = limit;
    server.on('connection', (socket: Socket) => this.#admit(socket));
    server.on('request', (request, response) => this.#begin({ request, response }));
  }

  /** Closes the connections on which nothing has gone on for `quietForMs` milliseconds. */
  closeQuietOnes(quietForMs: number): void {
    const quietSinceMs = performance.now() - quietForMs;
    for (const [socket, { sinceMs, exchange }] of this.#activities) {
      if (sinceMs > quietSinceMs) return;
      if (exchange === null) socket.destroy();
    }
  }

  /** Cuts all connections, whatever goes on on them. */
  cutAll(): void {
    for (const socket of this.#activities.keys()) socket.destroy();
  }

  #admit(socket: Socket): void {
    if (this.#activities.size >= this.#limit && !this.#makeRoom()) {
      socket.destroy();
      return;
    }
    this.#note(socket, null);
    socket.once('close', () => this.#activities.delete(socket));
  }

  /** Whether a connection could be closed in favour of a new one. */
  #makeRoom(): boolean {
    for (const [socket, { exchange }] of this.#activities) {
      if (!keepsUsWaiting(exchange)) continue;
      socket.destroy();
      this.#activities.delete(socket);
      return true;
    }
    return false;
  }

  #begin(exchange: Exchange): void {
    const { socket } = exchange.request;
    this.#note(socket, exchange);
    exchange.response.once('close', () => {
      // It may be closed by now, or the next request may have begun on it.
      if (this.#activities.get(socket)?.exchange === exchange) this.#note(socket, null);
    });
  }

  #note(socket: Socket, exchange: Exchange | null): void {
    this.#activities.delete(socket);
    this.#activities.set(socket, { sinceMs: performance.now(), exchange });
  }
}

/** Whether it is the client's turn: to ask, to ask to the end, or to read the answer. */
function keepsUsWaiting(exchange: Exchange | null): boolean {
  return exchange === null || !exchange.request.complete || exchange.response.headersSent;
}
