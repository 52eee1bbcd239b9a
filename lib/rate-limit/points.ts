import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Policy } from './policies.ts';
import type { SubjectKey } from './subject-key.ts';

/** What became of a subject's points. */
export interface Points {
  /** Whether the point asked for was there; when looking, whether one is. */
  readonly granted: boolean;
  readonly remaining: number;
  /** Until all points are back, in milliseconds; not above 0 when none is used up. */
  readonly resetMs: number;
}

/** Counts the points of one policy. */
export interface PointCounter {
  /** Uses up a point. */
  consume(key: SubjectKey): Promise<Points>;
  /** Looks without using up any. */
  peek(key: SubjectKey): Promise<Points>;
}

/** Where points are counted: shared by all instances, or in the memory of this machine or process. */
export interface PointStore {
  readonly name: 'redis' | 'memory';
  /** Settles once it is known whether the store serves. */
  readonly firstProbe: Promise<void>;
  createCounter(policy: Policy): PointCounter;
}

/** Reads what a limiter settles with: it rejects with a result when it refuses. */
export async function readPoints(consumed: Promise<RateLimiterRes>): Promise<Points> {
  try {
    return toPoints(await consumed, true);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return toPoints(refusal, false);
    throw refusal;
  }
}

export function toPoints(result: RateLimiterRes, granted: boolean): Points {
  return { granted, remaining: result.remainingPoints, resetMs: result.msBeforeNext };
}
