import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, Registry } from 'prom-client';
import { CollectionRound } from './collection-round.ts';
import { isMetricsMessage, type MetricsMessage } from './metrics-message.ts';
import { createPrimaryMetrics } from './primary-metrics.ts';
import { createProcessMetrics } from './process-metrics.ts';
import { WorkerCounts } from './worker-counts.ts';

/** How long a worker has to send its counts; then its last ones are taken, in milliseconds. */
const COLLECT_TIMEOUT_MS = 500;

/**
 * Adds up the metrics of all workers, whichever of them is asked; of one that is stuck its last counts
 * are taken. To be called once in the primary, before it starts workers.
 */
export function serveMetricsOfWorkers(): void {
  const registry = new Registry();
  createProcessMetrics(registry);
  const primaryMetrics = createPrimaryMetrics(registry, () => workers().length);
  const counts = new WorkerCounts();
  let lastId = 0;
  let round: CollectionRound | undefined;
  let collecting: Promise<string> | undefined;

  async function collect(): Promise<string> {
    const asked = workers();
    round = new CollectionRound((lastId += 1), asked);
    for (const worker of asked) send(worker, { metrics: 'collect', id: round.id });
    await round.finished(COLLECT_TIMEOUT_MS);
    primaryMetrics.workersSilent(round.missing);
    const own = await registry.getMetricsAsJSON();
    return AggregatorRegistry.aggregate([...counts.parts(), own]).metrics();
  }

  async function answer(worker: Worker, id: number): Promise<void> {
    collecting ??= collect().finally(() => (collecting = undefined));
    send(worker, { metrics: 'answer', id, text: await collecting });
  }

  cluster.on('message', (worker, message: unknown) => {
    if (!isMetricsMessage(message)) return;
    if (message.metrics === 'ask') void answer(worker, message.id);
    if (message.metrics !== 'snapshot') return;
    counts.keep(worker.id, message.snapshot);
    if (message.id === round?.id) round?.heard(worker);
  });
  cluster.on('exit', (worker) => {
    counts.retire(worker.id);
    primaryMetrics.workerLeft(worker);
    round?.heard(worker);
  });
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {})
    .filter((worker) => worker !== undefined)
    .filter((worker) => worker.isConnected());
}

function send(worker: Worker, message: MetricsMessage): void {
  if (worker.isConnected()) worker.send(message);
}
