import cluster from 'node:cluster';
import type { Registry } from 'prom-client';
import { beforeExit } from '#lib/process/closing.ts';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { isMetricsMessage, type MetricsMessage } from './metrics-message.ts';
import { registry } from './registry.ts';

/** A worker that dies has sent its counts no longer ago than this, in milliseconds. */
const PUSH_INTERVAL_MS = 1000;

/** The primary answers within a second; it gives a stuck worker less than that. */
const ANSWER_TIMEOUT_MS = 950;

interface Questions {
  last: number;
  readonly answers: Map<number, (text: string) => void>;
}

const questions = oncePerProcess('metrics-questions', (): Questions => ({
  last: 0,
  answers: new Map(),
}));

/** Takes part in the metrics of all workers, where there is a primary that adds them up. */
export function shareMetrics(own: Registry = registry()): void {
  if (!cluster.isWorker) return;
  process.on('message', (message) => {
    if (!isMetricsMessage(message)) return;
    if (message.metrics === 'collect') void sendSnapshot(own, message.id);
    if (message.metrics === 'answer') questions.answers.get(message.id)?.(message.text);
  });
  setInterval(() => void sendSnapshot(own), PUSH_INTERVAL_MS).unref();
  beforeExit(() => sendSnapshot(own));
}

/**
 * The metrics of all workers as Prometheus reads them; of this process where it is the only one.
 * @throws when the primary does not answer within a second
 */
export async function metricsOfAll(): Promise<string> {
  if (!cluster.isWorker) return registry().metrics();
  const id = (questions.last += 1);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  questions.answers.set(id, resolve);
  const timer = setTimeout(reject, ANSWER_TIMEOUT_MS, new Error('the primary does not answer'));
  void send({ metrics: 'ask', id });
  return promise.finally(() => {
    clearTimeout(timer);
    questions.answers.delete(id);
  });
}

async function sendSnapshot(own: Registry, id?: number): Promise<void> {
  const snapshot = await own.getMetricsAsJSON();
  await send({ metrics: 'snapshot', snapshot, ...(id !== undefined && { id }) });
}

/** Resolves when it is sent; also when the primary has gone, since nobody is left who could be told. */
function send(message: MetricsMessage): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected || process.send === undefined) resolve();
    else process.send(message, undefined, undefined, () => resolve());
  });
}
