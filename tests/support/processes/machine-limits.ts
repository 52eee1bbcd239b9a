/**
 * A machine with a primary and two workers that limit requests together without Redis. The primary
 * passes orders on to a worker; workers write each answer as a line of JSON. The first argument is how
 * long a worker waits for the primary, in milliseconds; without it, as long as in the program.
 */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { LONGEST_WAIT_MS } from '#tests/support/longest-wait.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';
import { machinePoints, serveMachinePoints } from '#lib/rate-limit/machine-points.ts';
import { applyQuotas } from '#lib/rate-limit/policies.ts';
import { createRateLimiter } from '#lib/rate-limit/rate-limiter.ts';
import { Secret } from '#lib/secret/secret.ts';

/** Asks a worker to make `count` requests of one visitor at the same time. */
export interface Order {
  readonly worker: number;
  readonly visitor: string;
  readonly count: number;
  /** Whether the worker first says that it has the order and waits for SIGUSR2: something may be broken. */
  readonly waits?: boolean;
  /** Whether the worker first cuts itself off from the primary. */
  readonly isCutOff?: boolean;
}

export interface Answer {
  readonly pid: number;
  readonly allowed: number;
  /** How many waited longer than a page may wait. */
  readonly late: number;
  readonly changes: readonly string[];
}

if (cluster.isPrimary) {
  serveMachinePoints();
  const workers = [cluster.fork(), cluster.fork()];
  process.on('message', (order: Order) => workers[order.worker]?.send({ order }));
} else {
  const changes: string[] = [];
  const [, , deadlineMs] = process.argv;
  const limiter = createRateLimiter({
    policies: applyQuotas({ 'document-pages': { points: 20, seconds: 60 } }),
    secret: new Secret('s'.repeat(32)),
    shared: machinePoints(
      { onChange: (availability) => changes.push(availability) },
      deadlineMs === undefined ? undefined : Number(deadlineMs),
    ),
  });

  async function request(visitor: string) {
    const decision = limiter.consume('document-pages', visitor);
    const isInTime = await settlesWithin(decision, LONGEST_WAIT_MS);
    return { allowed: (await decision).allowed, isInTime };
  }

  process.on('message', ({ order }: { order?: Order }) => {
    if (order !== undefined) void obey(order);
  });

  /** As a worker is when the program drains: it may still have requests to finish. */
  async function cutOff(): Promise<void> {
    cluster.worker?.disconnect();
    await once(process, 'disconnect');
  }

  async function obey(order: Order): Promise<void> {
    const { visitor, count, waits = false, isCutOff = false } = order;
    if (waits) {
      const goOn = once(process, 'SIGUSR2');
      say([]);
      await goOn;
    }
    if (isCutOff) await cutOff();
    say(await Promise.all(Array.from({ length: count }, () => request(visitor))));
  }

  function say(results: readonly Awaited<ReturnType<typeof request>>[]): void {
    const answer: Answer = {
      pid: process.pid,
      allowed: results.filter(({ allowed }) => allowed).length,
      late: results.filter(({ isInTime }) => !isInTime).length,
      changes,
    };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}
