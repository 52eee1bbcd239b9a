import type { Worker } from 'node:cluster';
import { Counter, Gauge, type Registry } from 'prom-client';

/** What the primary itself knows of its workers. */
export interface PrimaryMetrics {
  workerLeft(worker: Pick<Worker, 'exitedAfterDisconnect'>): void;
  workersSilent(count: number): void;
}

/** @param countWorkers how many workers there are */
export function createPrimaryMetrics(
  registry: Registry,
  countWorkers: () => number,
): PrimaryMetrics {
  const registers = [registry];
  new Gauge({
    name: 'document_download_workers',
    help: 'Worker processes that are alive',
    registers,
    collect() {
      this.set(countWorkers());
    },
  });
  const silent = new Gauge({
    name: 'document_download_workers_silent',
    help: 'Worker processes that did not send their metrics in time: stuck, or starting',
    registers,
  });
  const exits = new Counter({
    name: 'document_download_worker_exits_total',
    help: 'Worker processes that ended, because they were told to or because they crashed',
    labelNames: ['reason'],
    registers,
  });
  exits.inc({ reason: 'planned' }, 0);
  exits.inc({ reason: 'crash' }, 0);
  return {
    workerLeft: ({ exitedAfterDisconnect }) =>
      exits.inc({ reason: exitedAfterDisconnect ? 'planned' : 'crash' }),
    workersSilent: (count) => silent.set(count),
  };
}
