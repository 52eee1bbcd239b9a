import { describe, expect, it } from 'vitest';
import { RestartDelays } from '#server/restart-delays.ts';

const YOUNG = 500;
const OLD = 60_000;

function delaysAfter(...servicesMs: readonly number[]): (number | null)[] {
  const delays = new RestartDelays();
  return servicesMs.map((servedMs) => delays.next(servedMs));
}

describe('the delay before a dead worker is replaced', () => {
  it.each([
    ['is short after the first death', [YOUNG], [50]],
    ['doubles while workers die young', [YOUNG, YOUNG, YOUNG], [50, 100, 200]],
    [
      'is short again after a worker that served long',
      [YOUNG, YOUNG, OLD, YOUNG],
      [50, 100, 50, 100],
    ],
  ])('%s', (_, servicesMs, expected) => {
    expect(delaysAfter(...servicesMs)).toEqual(expected);
  });

  it('grows to one second and no further, until it is time to give up', () => {
    const delays = delaysAfter(...Array.from({ length: 10 }, () => YOUNG));
    expect(delays.slice(5)).toEqual([1_000, 1_000, 1_000, 1_000, null]);
  });

  it('is never the last while workers serve long', () => {
    expect(delaysAfter(...Array.from({ length: 20 }, () => OLD))).not.toContain(null);
  });
});
