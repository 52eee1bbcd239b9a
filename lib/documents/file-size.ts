/** A size as it is read by people: an amount with at most one decimal, and its unit. */
export interface FileSize {
  readonly amount: string;
  readonly unit: 'KB' | 'MB';
}

const BYTES_PER_KB = 1024;
const BYTES_PER_MB = 1024 * 1024;

/** The share of a unit that rounds to 0.1 of it; for anything less the smaller unit is used. */
const SMALLEST_SHARE = 0.05;

/**
 * The size of a file for a page.
 *
 * Units are powers of 1024. From 0.05 MB on it is told in MB, below in KB, and never as less than
 * 0.1. Ties round to the even digit, as Python formats numbers (256 bytes are 0.2 KB), because
 * readers and tests know the sizes from the program that was written in it.
 *
 * @param bytes zero or more
 */
export function measureFileSize(bytes: number): FileSize {
  if (bytes < BYTES_PER_KB * SMALLEST_SHARE) return { amount: '0.1', unit: 'KB' };
  if (bytes < BYTES_PER_MB * SMALLEST_SHARE) {
    return { amount: withOneDecimal(bytes, BYTES_PER_KB), unit: 'KB' };
  }
  return { amount: withOneDecimal(bytes, BYTES_PER_MB), unit: 'MB' };
}

/** Exact up to 900 TB, since dividing by a power of two loses nothing. */
function withOneDecimal(bytes: number, bytesPerUnit: number): string {
  return String(roundHalfToEven((bytes * 10) / bytesPerUnit) / 10);
}

function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const isTie = value - below === 0.5;
  return isTie && below % 2 === 0 ? below : Math.round(value);
}
