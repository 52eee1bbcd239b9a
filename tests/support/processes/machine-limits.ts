/**
 * A machine with a primary and two workers that limit requests together without Redis. The primary
 * passes orders on to a worker; workers write each answer as a line of JSON.
 */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { machinePoints, serveMachinePoints } from '#lib/rate-limit/machine-points.ts';
import { applyQuotas } from '#lib/rate-limit/policies.ts';
import { createRateLimiter } from '#lib/rate-limit/rate-limiter.ts';
import { Secret } from '#lib/secret/secret.ts';

/** Asks a worker to make `count` requests of one visitor at the same time. */
export interface Order {
  readonly worker: number;
  readonly visitor: string;
  readonly count: number;
  /** How long to wait before, so that something can be broken meanwhile. */
  readonly afterMs?: number;
  /** Whether the worker first cuts itself off from the primary. */
  readonly isCutOff?: boolean;
}

export interface Answer {
  readonly pid: number;
  readonly allowed: number;
  readonly slowestMs: number;
  readonly changes: readonly string[];
}

if (cluster.isPrimary) {
  serveMachinePoints();
  const workers = [cluster.fork(), cluster.fork()];
  process.on('message', (order: Order) => workers[order.worker]?.send({ order }));
} else {
  const changes: string[] = [];
  const limiter = createRateLimiter({
    policies: applyQuotas({ 'document-pages': { points: 20, seconds: 60 } }),
    secret: new Secret('s'.repeat(32)),
    shared: machinePoints({ onChange: (availability) => changes.push(availability) }),
  });

  async function request(visitor: string) {
    const startMs = performance.now();
    const { allowed } = await limiter.consume('document-pages', visitor);
    return { allowed, waitedMs: performance.now() - startMs };
  }

  process.on('message', ({ order }: { order?: Order }) => {
    if (order !== undefined) void obey(order);
  });

  /** As a worker is when the program drains: it may still have requests to finish. */
  async function cutOff(): Promise<void> {
    cluster.worker?.disconnect();
    await once(process, 'disconnect');
  }

  async function obey({ visitor, count, afterMs = 0, isCutOff = false }: Order): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    if (isCutOff) await cutOff();
    const results = await Promise.all(Array.from({ length: count }, () => request(visitor)));
    const answer: Answer = {
      pid: process.pid,
      allowed: results.filter(({ allowed }) => allowed).length,
      slowestMs: Math.max(...results.map(({ waitedMs }) => waitedMs)),
      changes,
    };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}
