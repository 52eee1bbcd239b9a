/** Permits so many retries as are no burden to an API that is already in trouble. */
export interface RetryBudget {
  /** To be called for each call, before its first attempt. */
  earn(): void;
  /** Whether one retry may be made now; counts it if so. */
  spend(): boolean;
}

/** One retry for ten calls. */
const CALLS_PER_RETRY = 10;
/** So many calls are remembered: a long quiet time does not save up for a storm of retries. */
const MAX_SAVED_CALLS = 100;

/**
 * A token bucket that starts empty, so that at no time there have been more than a tenth as many
 * retries as calls.
 */
export function createRetryBudget(): RetryBudget {
  let savedCalls = 0;
  return {
    earn: () => {
      savedCalls = Math.min(savedCalls + 1, MAX_SAVED_CALLS);
    },
    spend: () => {
      if (savedCalls < CALLS_PER_RETRY) return false;
      savedCalls -= CALLS_PER_RETRY;
      return true;
    },
  };
}
