import type { Random } from './visits.ts';

/** Instances as they were measured. */
export interface Fleet {
  readonly instances: number;
  readonly workersPerInstance: number;
  /** Pages that one worker answers in a second when it does nothing else. */
  readonly pagesPerSecond: number;
  /** A worker that is later than this turns visitors away with 503 (EVENT_LOOP_LAG_LIMIT_MS). */
  readonly mostWaitSeconds: number;
}

/** What visitors met. */
export interface Served {
  readonly requests: number;
  readonly refused: number;
  readonly peakPerSecond: number;
  /** Time in the queue and in work, in seconds, of the pages that were answered. */
  readonly medianSeconds: number;
  readonly p95Seconds: number;
  readonly p99Seconds: number;
}

/** Turning somebody away costs a fraction of a page. */
const REFUSAL_SHARE = 0.2;

/**
 * Serves requests, given by their moments in order, in a fleet whose balancer knows nothing of the workers:
 * each request goes to any of them and waits there for those before it. Work times vary as if at random.
 */
export function serve(moments: Float64Array, fleet: Fleet, random: Random): Served {
  const freeAt = new Float64Array(fleet.instances * fleet.workersPerInstance);
  const times: number[] = [];
  let refused = 0;
  for (const moment of moments) {
    const worker = Math.floor(random() * freeAt.length);
    const startsAt = Math.max(moment, freeAt[worker] ?? 0);
    const isRefused = startsAt - moment > fleet.mostWaitSeconds;
    const work = (isRefused ? REFUSAL_SHARE : -Math.log(1 - random())) / fleet.pagesPerSecond;
    freeAt[worker] = startsAt + work;
    if (isRefused) refused += 1;
    else times.push(startsAt + work - moment);
  }
  const sorted = Float64Array.from(times).sort();
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    requests: moments.length,
    refused,
    peakPerSecond: busiestSecond(moments),
    medianSeconds: quantile(0.5),
    p95Seconds: quantile(0.95),
    p99Seconds: quantile(0.99),
  };
}

function busiestSecond(moments: Float64Array): number {
  let most = 0;
  let first = 0;
  for (const [last, moment] of moments.entries()) {
    while ((moments[first] ?? moment) <= moment - 1) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
