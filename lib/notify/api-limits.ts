import type { TransportLimits } from './api-transport.ts';
import type { BreakerSettings } from './circuit-breaker.ts';

/** All that bounds the calls of one API. */
export interface ApiLimits extends TransportLimits, BreakerSettings {
  /** Further calls are refused at once. More than connections: a call may wait for a free one. */
  readonly maxCallsInFlight: number;
}

/** What serves both APIs: they answer within tenths of a second unless they are ill. */
export const API_LIMITS: ApiLimits = {
  connectTimeoutMs: 2000,
  headersTimeoutMs: 15_000,
  bodyTimeoutMs: 5000,
  idleTimeoutMs: 30_000,
  maxConnections: 128,
  maxAnswerBytes: 256 * 1024,
  maxCallsInFlight: 512,
  failuresToOpen: 10,
  firstOpenMs: 1000,
  longestOpenMs: 16_000,
};
