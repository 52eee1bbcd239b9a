import type { MetricObjectWithValues, MetricValue } from 'prom-client';

/** All metrics of one process at one moment, in a form that travels between processes. */
export type Snapshot = MetricObjectWithValues<MetricValue<string>>[];

/** What the primary and its workers say to each other about metrics. */
export type MetricsMessage =
  /** Primary to workers: send a snapshot. */
  | { readonly metrics: 'collect'; readonly id: number }
  /** Worker to primary: here it is. Without an id it is sent unasked, in case the worker dies. */
  | { readonly metrics: 'snapshot'; readonly id?: number; readonly snapshot: Snapshot }
  /** Worker to primary: somebody asks me for the metrics of all. */
  | { readonly metrics: 'ask'; readonly id: number }
  /** Primary to worker: these are they. */
  | { readonly metrics: 'answer'; readonly id: number; readonly text: string };

/** Tells these messages from those that others send between the same processes. */
export function isMetricsMessage(message: unknown): message is MetricsMessage {
  return typeof message === 'object' && message !== null && 'metrics' in message;
}
