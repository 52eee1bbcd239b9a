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
  const meanTimeMs = meanOf(points.map(({ timeMs }) => timeMs));
  const mean = meanOf(points.map(({ value }) => value));
  const products = points.map(({ timeMs, value }) => (timeMs - meanTimeMs) * (value - mean));
  const squares = points.map(({ timeMs }) => (timeMs - meanTimeMs) ** 2);
  const slopePerMs = meanOf(products) / meanOf(squares);
  return {
    mean,
    slopePerHour: slopePerMs * MS_PER_HOUR,
    rise: slopePerMs * (last.timeMs - first.timeMs),
  };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0) / numbers.length;
}
