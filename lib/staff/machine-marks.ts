import cluster from 'node:cluster';
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { MarkState, StaffMarks } from './staff-marks.ts';

/** How long the primary process may take to answer, in milliseconds. */
const DEADLINE_MS = 5_000;

/** A limiter of one point: whoever uses it up has set the mark. */
const OPTIONS = { keyPrefix: 'staff-marks', points: 1, duration: 0 };

/**
 * Marks for all workers of this machine, in the memory of the primary process, which serves the limits
 * in the same way; in the memory of this process where it is no worker. They are gone when the program
 * ends, and other machines know nothing of them: where there are several, they need Redis.
 */
export function machineMarks(): StaffMarks {
  const marks = cluster.isWorker
    ? new RateLimiterCluster({ ...OPTIONS, timeoutMs: DEADLINE_MS })
    : new RateLimiterMemory(OPTIONS);
  return {
    set: (mark, ttlSeconds) =>
      tell(() => isFirst(marks.consume(mark, 1, { customDuration: ttlSeconds }))),
    look: (mark) => tell(async () => (await marks.get(mark)) === null),
  };
}

async function tell(isNew: () => Promise<boolean>): Promise<MarkState> {
  // A message on a closed channel would end this process, which may have requests to finish.
  if (cluster.isWorker && !process.connected) return 'unavailable';
  try {
    return (await isNew()) ? 'new' : 'known';
  } catch {
    return 'unavailable';
  }
}

/** A limiter rejects with a result when it refuses. */
async function isFirst(consumed: Promise<RateLimiterRes>): Promise<boolean> {
  try {
    await consumed;
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
