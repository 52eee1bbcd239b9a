import { describe, expect, it } from 'vitest';
import { fitTrend } from '#tests/soak/trend.ts';

const MS_PER_MINUTE = 60_000;
const everyMinute = (values: readonly number[]) =>
  values.map((value, minute) => ({ timeMs: minute * MS_PER_MINUTE, value }));

describe('fitTrend', () => {
  it.each([
    ['nothing that happens', [5, 5, 5, 5], { mean: 5, slopePerHour: 0, rise: 0 }],
    ['steady growth', [1, 2, 3, 4], { mean: 2.5, slopePerHour: 60, rise: 3 }],
    ['steady decline', [9, 8, 7], { mean: 8, slopePerHour: -60, rise: -2 }],
    ['what goes up and down', [5, 7, 7, 5], { mean: 6, slopePerHour: 0, rise: 0 }],
    ['growth with noise', [0, 3, 1, 4], { mean: 2, slopePerHour: 60, rise: 3 }],
  ])('tells the trend of %s', (_, values, trend) => {
    expect(fitTrend(everyMinute(values))).toEqual(trend);
  });

  it.each([[[]], [[1]]])('refuses %j: that is no line', (values) => {
    expect(() => fitTrend(everyMinute(values))).toThrow(RangeError);
  });
});
