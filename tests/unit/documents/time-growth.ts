const REPEATS = 60;
const ATTEMPTS = 7;

/**
 * How many times longer a function takes for a text ten times as long: about 10 where its time is
 * linear, 100 where it is quadratic. The best of several attempts, so that a busy machine does not count.
 */
export function timeGrowth(
  run: (text: string) => unknown,
  make: (length: number) => string,
): number {
  const [short, long] = [make(400), make(4000)];
  bestMs(run, long);
  return bestMs(run, long) / bestMs(run, short);
}

/** Half way between linear and quadratic, on the scale of orders of magnitude. */
export const MAX_LINEAR_GROWTH = 31;

function bestMs(run: (text: string) => unknown, text: string): number {
  const attempts = Array.from({ length: ATTEMPTS }, () => {
    const startMs = performance.now();
    for (let repeat = 0; repeat < REPEATS; repeat += 1) run(text);
    return performance.now() - startMs;
  });
  return Math.min(...attempts);
}
