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
  sinceMs: number;
  /** Null while nothing, or not all of a request's head, has come. */
  exchange: Exchange | null;
}

/**
 * The open connections of a server, at most so many: at the limit whoever keeps us waiting longest
 * makes room for a newcomer, so that slow or idle clients, however many, never shut out a quick one.
 */
export class OpenConnections {
  /**
   * An entry stays where it is for as long as its connection is open. If each request moved it, old
   * tables of the map would outlive collections, with the requests in them (docs/decisions/0053).
   */
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
      if (exchange === null && sinceMs <= quietSinceMs) socket.destroy();
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
    this.#activities.set(socket, { sinceMs: performance.now(), exchange: null });
    socket.once('close', () => this.#activities.delete(socket));
  }

  /** Whether a connection could be closed in favour of a new one. */
  #makeRoom(): boolean {
    const slowest = this.#findSlowest();
    if (slowest === null) return false;
    slowest.destroy();
    this.#activities.delete(slowest);
    return true;
  }

  /** Whose client keeps us waiting longest. */
  #findSlowest(): Socket | null {
    let slowest: Socket | null = null;
    let slowestSinceMs = Infinity;
    for (const [socket, { sinceMs, exchange }] of this.#activities) {
      if (sinceMs >= slowestSinceMs || !keepsUsWaiting(exchange)) continue;
      slowest = socket;
      slowestSinceMs = sinceMs;
    }
    return slowest;
  }

  #begin(exchange: Exchange): void {
    const activity = this.#activities.get(exchange.request.socket);
    if (activity === undefined) return;
    note(activity, exchange);
    exchange.response.once('close', () => {
      // The next request may have begun on the connection by now.
      if (activity.exchange === exchange) note(activity, null);
    });
  }
}

function note(activity: Activity, exchange: Exchange | null): void {
  activity.sinceMs = performance.now();
  activity.exchange = exchange;
}

/** Whether it is the client's turn: to ask, to ask to the end, or to read the answer. */
function keepsUsWaiting(exchange: Exchange | null): boolean {
  return exchange === null || !exchange.request.complete || exchange.response.headersSent;
}
