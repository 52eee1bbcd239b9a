import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A request and its answer, while one of them is on its way. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * The open connections of a server, at most so many: at the limit whoever keeps us waiting longest
 * makes room for a newcomer, so that slow or idle clients, however many, never shut out a quick one.
 */
export class OpenConnections {
  /** What goes on on each; null for nothing. In the order in which that last changed. */
  readonly #exchanges = new Map<Socket, Exchange | null>();
  readonly #limit: number;
  #keepsQuietOnes = true;

  constructor(server: Server, limit: number) {
    this.#limit = limit;
    server.on('connection', (socket: Socket) => this.#admit(socket));
    server.on('request', (request, response) => this.#begin({ request, response }));
  }

  /** Closes the connections on which nothing goes on, now and whenever one becomes quiet. */
  closeQuietOnes(): void {
    this.#keepsQuietOnes = false;
    for (const [socket, exchange] of this.#exchanges) {
      if (exchange === null) socket.destroy();
    }
  }

  /** Cuts all connections, whatever goes on on them. */
  cutAll(): void {
    for (const socket of this.#exchanges.keys()) socket.destroy();
  }

  #admit(socket: Socket): void {
    if (this.#exchanges.size >= this.#limit && !this.#makeRoom()) {
      socket.destroy();
      return;
    }
    this.#note(socket, null);
    socket.once('close', () => this.#exchanges.delete(socket));
  }

  /** Whether a connection could be closed in favour of a new one. */
  #makeRoom(): boolean {
    for (const [socket, exchange] of this.#exchanges) {
      if (!keepsUsWaiting(exchange)) continue;
      socket.destroy();
      this.#exchanges.delete(socket);
      return true;
    }
    return false;
  }

  #begin(exchange: Exchange): void {
    const { socket } = exchange.request;
    this.#note(socket, exchange);
    exchange.response.once('close', () => {
      // The next request of the connection may have begun already.
      if (this.#exchanges.get(socket) !== exchange) return;
      if (this.#keepsQuietOnes) this.#note(socket, null);
      else socket.end();
    });
  }

  #note(socket: Socket, exchange: Exchange | null): void {
    this.#exchanges.delete(socket);
    this.#exchanges.set(socket, exchange);
  }
}

/** Whether it is the client's turn: to ask, to ask to the end, or to read the answer. */
function keepsUsWaiting(exchange: Exchange | null): boolean {
  return exchange === null || !exchange.request.complete || exchange.response.headersSent;
}
