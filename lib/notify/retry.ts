import { isTransient } from './failure-kinds.ts';
import { createRetryBudget } from './retry-budget.ts';

/** Makes calls that may be made twice. */
export interface Retry {
  /**
   * Makes an attempt, and a second one if the first failed by something transient and the budget
   * allows it.
   *
   * @param onRetry told before the second attempt
   */
  run<Result>(attempt: () => Promise<Result>, onRetry: () => void): Promise<Result>;
}

/**
 * One retry at once, without a delay: what it helps against is a connection that the API closed while
 * it was idle, or one bad machine of several. The budget, not a delay, protects an API in trouble.
 */
export function createRetry(): Retry {
  const budget = createRetryBudget();
  return {
    run: async (attempt, onRetry) => {
      budget.earn();
      try {
        return await attempt();
      } catch (error) {
        if (!isTransient(error) || !budget.spend()) throw error;
        onRetry();
        return await attempt();
      }
    },
  };
}
