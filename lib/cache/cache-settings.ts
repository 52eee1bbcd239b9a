/** How old a service's name may be, how long to wait for a newer one, and how many are remembered. */
export interface CacheSettings {
  /** So long a service is served without asking. */
  readonly freshMs: number;
  /** From this age on it is fetched anew while it is served, so that nobody waits for it. */
  readonly refreshAfterMs: number;
  /** So old it may be served while Notify API fails. */
  readonly staleMs: number;
  /** How long it is remembered that there is no such service. */
  readonly missingMs: number;
  /** How long a reader waits for Notify API where a stale service would serve. */
  readonly patienceMs: number;
  /** The pause after a failure, in which a stale service is served without asking. */
  readonly pauseMs: number;
  /** How long a fetch may take that all who want the service share. */
  readonly fetchTimeoutMs: number;
  readonly maxServices: number;
  /** Of all services together, roughly. */
  readonly maxBytes: number;
  /** Ids without a service. */
  readonly maxMissing: number;
}

export const CACHE_SETTINGS: CacheSettings = {
  freshMs: 60_000,
  refreshAfterMs: 45_000,
  staleMs: 24 * 60 * 60 * 1000,
  missingMs: 10_000,
  patienceMs: 1000,
  pauseMs: 5000,
  fetchTimeoutMs: 15_000,
  maxServices: 10_000,
  maxBytes: 8 * 1024 * 1024,
  maxMissing: 10_000,
};
