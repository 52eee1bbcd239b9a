import cluster from 'node:cluster';
import { RateLimiterCluster, RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { OutageGuard, type OutageEvents } from '#lib/outage/outage-guard.ts';
import { withinDeadline } from '#lib/outage/within-deadline.ts';
import type { PointCounter, PointStore } from './points.ts';
import { memoryCounter, processPoints } from './process-points.ts';

/** How long a page waits for the primary process, in milliseconds. */
const DEADLINE_MS = 40;

/**
 * When the limiter itself gives up, in milliseconds: well after the guard has, which alone lets a busy
 * process read an answer that has arrived.
 */
const LIMITER_TIMEOUT_MS = 1_000;

/**
 * Counts points for all workers of this machine together, in the memory of the primary process,
 * which has to {@link serveMachinePoints}. A process that is no worker counts in its own memory.
 *
 * @param deadlineMs how long the primary process may take to answer, in milliseconds: less than a second
 */
export function machinePoints(events: OutageEvents, deadlineMs = DEADLINE_MS): PointStore {
  if (!cluster.isWorker) return processPoints();
  const probe = new RateLimiterCluster({
    keyPrefix: 'probe',
    points: 1,
    duration: 1,
    timeoutMs: LIMITER_TIMEOUT_MS,
  });
  const guard = new OutageGuard({
    ...events,
    deadlineMs,
    probe: () => withinDeadline(probe.get('probe'), deadlineMs),
  });
  return {
    name: 'memory',
    firstProbe: guard.firstProbe,
    createCounter(policy) {
      const { name, points, seconds } = policy;
      const limiter = new RateLimiterCluster({
        // The primary outlives its workers: the next ones may have another quota.
        keyPrefix: `${name} ${points}/${seconds}`,
        points,
        duration: seconds,
        timeoutMs: LIMITER_TIMEOUT_MS,
      });
      return guarded(guard, memoryCounter(policy, limiter));
    },
  };
}

function guarded(guard: OutageGuard, counter: PointCounter): PointCounter {
  return {
    consume: (key) => guard.run('', () => whileConnected(() => counter.consume(key))),
    peek: (key) => guard.run('', () => whileConnected(() => counter.peek(key))),
  };
}

/** A message on a closed channel would end this process, which may have requests to finish. */
function whileConnected<Value>(send: () => Promise<Value>): Promise<Value> {
  if (process.connected) return send();
  return Promise.reject(new Error('the primary process has gone'));
}

/** Counts points for the workers. Called in the primary process, once, before it starts them. */
export function serveMachinePoints(): void {
  // Nothing else keeps it, but it listens to the workers.
  new RateLimiterClusterMaster();
  cluster.on('fork', (worker) => {
    // An answer to a worker that has just died would end the primary.
    worker.on('error', () => undefined);
  });
}
