import type { Server } from 'node:http';

/** A request's head fits in one packet; this is for the slowest of telephones. */
const HEADERS_TIMEOUT_MS = 10_000;

/** A posted form is a few hundred bytes. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Longer than load balancers keep an idle connection, so that they close it and never we. */
export const KEEP_ALIVE_TIMEOUT_MS = 90_000;

/** Ends connections of clients that send their requests slower than a person in a tunnel. */
export function limitSlowClients(server: Server): void {
  Object.assign(server, {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    // Node looks every 30 seconds, which would make the first limit up to four times as long.
    connectionsCheckingInterval: 1_000,
  });
}
