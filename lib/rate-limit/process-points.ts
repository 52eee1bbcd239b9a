import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { readPoints, toPoints, type PointCounter, type PointStore } from './points.ts';
import type { Policy } from './policies.ts';

/** Counts points in the memory of this process. */
export function processPoints(): PointStore {
  return {
    name: 'memory',
    firstProbe: Promise.resolve(),
    createCounter: (policy) =>
      memoryCounter(
        policy,
        new RateLimiterMemory({ points: policy.points, duration: policy.seconds }),
      ),
  };
}

/** Counts with a limiter that holds its points in some memory, ours or the primary process's. */
export function memoryCounter({ points }: Policy, limiter: RateLimiterAbstract): PointCounter {
  return {
    consume: ({ folded }) => readPoints(limiter.consume(folded)),
    async peek({ folded }) {
      const result = await limiter.get(folded);
      if (result === null) return { granted: true, remaining: points, resetMs: 0 };
      return toPoints(result, result.remainingPoints > 0);
    },
  };
}
