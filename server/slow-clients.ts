import type { ServerOptions } from 'node:http';

/** Longer than load balancers keep an idle connection, so that they close it and never we. */
const KEEP_ALIVE_TIMEOUT_MS = 90_000;

/** Ends connections of clients that send their requests slower than a person in a tunnel. */
export const slowClientLimits = {
  /** A request's head fits in one packet; this is for the slowest of telephones. */
  headersTimeout: 10_000,
  /** A posted form is a few hundred bytes. */
  requestTimeout: 30_000,
  keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
  // Node looks every 30 seconds, which would make the first limit up to four times as long.
  connectionsCheckingInterval: 1_000,
} satisfies ServerOptions;
