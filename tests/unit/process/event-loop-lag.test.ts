import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventLoopLagMs, measureEventLoopLag } from '#lib/process/event-loop-lag.ts';

const SAMPLE_EVERY_MS = 100;

let nowMs = 0;
const measured: number[] = [];

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  measureEventLoopLag((lagMs) => measured.push(lagMs));
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets the event loop get to its next sample, so many milliseconds late. */
function sample(lateMs: number): void {
  nowMs += SAMPLE_EVERY_MS + lateMs;
  vi.advanceTimersByTime(SAMPLE_EVERY_MS);
}

describe('the lag of the event loop', () => {
  it.each([
    ['nothing when it is in time', [0, 0], 0],
    ['nothing after a single pause', [0, 800], 0],
    ['nothing when a pause is over', [800, 0], 0],
    ['the smaller of pauses that follow each other', [800, 600], 600],
    ['nothing for a timer that fires early', [800, -1], 0],
  ])('is %s', (_, samples, lagMs) => {
    for (const lateMs of samples) sample(lateMs);
    expect(eventLoopLagMs()).toBe(lagMs);
  });

  it('is told sample by sample', () => {
    measured.length = 0;
    for (const lateMs of [0, 5, 800]) sample(lateMs);
    expect(measured).toEqual([0, 5, 800]);
  });
});
