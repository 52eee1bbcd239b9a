const FIRST_MS = 100;
const LONGEST_MS = 2_000;

/**
 * How long to wait before attempt number `attempt` (1 is the first) at something that is down, in
 * milliseconds: doubling up to two seconds, less up to half of it by chance, so that instances which
 * lost the same server together do not come back to it together.
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const fullMs = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return fullMs * (1 - random() / 2);
}
