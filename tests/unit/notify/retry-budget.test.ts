import { describe, expect, it } from 'vitest';
import { createRetryBudget } from '#lib/notify/retry-budget.ts';
import type { RetryBudget } from '#lib/notify/retry-budget.ts';

function budgetAfter(calls: number) {
  const budget = createRetryBudget();
  for (let n = 0; n < calls; n += 1) budget.earn();
  return budget;
}

function spendAll(budget: RetryBudget): number {
  let retries = 0;
  while (budget.spend()) retries += 1;
  return retries;
}

describe('a retry budget', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 1],
    [99, 9],
    [100_000, 10],
  ])('permits after %d calls %d retries at once', (calls, retries) => {
    expect(spendAll(budgetAfter(calls))).toBe(retries);
  });

  it('never permits more than a tenth of all calls', () => {
    const budget = createRetryBudget();
    let retries = 0;
    for (let calls = 1; calls <= 1000; calls += 1) {
      budget.earn();
      if (budget.spend()) retries += 1;
      expect(retries).toBeLessThanOrEqual(calls / 10);
    }
    expect(retries).toBe(100);
  });
});
