import { describe, expect, it } from 'vitest';
import { backoffMs } from '#lib/outage/backoff.ts';

describe('the wait before another attempt', () => {
  it.each([
    [1, 100],
    [2, 200],
    [5, 1_600],
    [6, 2_000],
    [10_000, 2_000],
  ])('number %i is at most %i ms and at least half of it', (attempt, longestMs) => {
    expect(backoffMs(attempt, () => 0)).toBe(longestMs);
    expect(backoffMs(attempt, () => 1)).toBe(longestMs / 2);
    expect(backoffMs(attempt)).toBeGreaterThanOrEqual(longestMs / 2);
  });
});
