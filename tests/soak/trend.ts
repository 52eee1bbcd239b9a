import { mean, slopeOf } from '#bench/slope.ts';

/** A value at a time. */
export interface Point {
  readonly timeMs: number;
  readonly value: number;
}

/** The straight line that comes nearest to a series of points. */
export interface Trend {
  readonly mean: number;
  readonly slopePerHour: number;
  /** How much the line rises from the first point to the last. */
  readonly rise: number;
}

const MS_PER_HOUR = 3_600_000;

/**
 * Fits a line by least squares.
 * @throws {RangeError} when there are fewer than two points
 */
export function fitTrend(points: readonly Point[]): Trend {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) {
    throw new RangeError('a line needs two points');
  }
  const slopePerMs = slopeOf(points.map(({ timeMs, value }) => [timeMs, value]));
  return {
    mean: mean(points.map(({ value }) => value)),
    slopePerHour: slopePerMs * MS_PER_HOUR,
    rise: slopePerMs * (last.timeMs - first.timeMs),
  };
}
