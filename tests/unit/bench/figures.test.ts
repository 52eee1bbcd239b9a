import { describe, expect, it } from 'vitest';
import { median } from '#bench/median.ts';
import { slopeOf } from '#bench/slope.ts';

describe('the median', () => {
  it.each([
    ['is the middle figure', [9, 1, 5], 5],
    ['is between the two in the middle', [4, 1, 9, 2], 3],
    ['is not moved by one that is far off', [5, 5, 5, 5, 900], 5],
  ])('%s', (_, figures, expected) => {
    expect(median(figures)).toBe(expected);
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

describe('the slope', () => {
  it.each([
    [
      'of a level line is none',
      [
        [0, 7],
        [10, 7],
        [20, 7],
      ],
      0,
    ],
    [
      'of a rising line is what it rises by',
      [
        [0, 1],
        [10, 6],
        [20, 11],
      ],
      0.5,
    ],
    [
      'goes between points that do not stand in a line',
      [
        [0, 0],
        [1, 2],
        [2, 0],
        [3, 2],
      ],
      0.4,
    ],
  ] as const)('%s', (_, points, expected) => {
    expect(slopeOf(points)).toBeCloseTo(expected);
  });
});
