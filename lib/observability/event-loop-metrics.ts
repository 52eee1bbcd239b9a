import { Histogram, type Registry } from 'prom-client';

/** In seconds: above some tenths visitors notice. */
const LAG_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** Measures how late processes are with what they have to do; returns what takes a sample, in milliseconds. */
export function createEventLoopMetrics(registry: Registry): (lagMs: number) => void {
  const lag = new Histogram({
    name: 'document_download_event_loop_lag_seconds',
    help: 'How late the event loop of a process was, looked at ten times a second',
    buckets: LAG_BUCKETS,
    registers: [registry],
  });
  return (lagMs) => lag.observe(lagMs / 1000);
}
