import { oncePerProcess } from './once-per-process.ts';

const SAMPLE_EVERY_MS = 100;

/** By how many milliseconds the event loop was late, lately. */
interface Lag {
  previousMs: number;
  lastMs: number;
}

const lag = oncePerProcess('event-loop-lag', (): Lag => ({ previousMs: 0, lastMs: 0 }));

/**
 * Begins to measure how late the event loop is; costs ten short timers a second.
 * @param onSample gets each measure, in milliseconds
 */
export function measureEventLoopLag(onSample?: (lagMs: number) => void): void {
  let dueMs = performance.now() + SAMPLE_EVERY_MS;
  setInterval(() => {
    const nowMs = performance.now();
    lag.previousMs = lag.lastMs;
    lag.lastMs = Math.max(0, nowMs - dueMs);
    dueMs = nowMs + SAMPLE_EVERY_MS;
    onSample?.(lag.lastMs);
  }, SAMPLE_EVERY_MS).unref();
}

/**
 * By how many milliseconds the event loop was late, twice in a row: one pause, such as for a large
 * garbage collection, is over when it is noticed, and no reason to turn anybody away.
 */
export function eventLoopLagMs(): number {
  return Math.min(lag.previousMs, lag.lastMs);
}
