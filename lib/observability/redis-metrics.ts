import { Gauge, Histogram, type Registry } from 'prom-client';
import type { OutageEvents } from '#lib/outage/outage-guard.ts';

/** What Redis tells the metrics. */
export type RedisMetrics = {
  readonly [Event in keyof OutageEvents]-?: NonNullable<OutageEvents[Event]>;
};

/** In seconds: a command that takes longer than some hundredths counts as failed. */
const DURATION_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05];

/** Measures Redis as this program sees it; to be made only where there is one. */
export function createRedisMetrics(registry: Registry): RedisMetrics {
  const registers = [registry];
  const ready = new Gauge({
    name: 'document_download_redis_ready',
    help: 'Whether Redis serves every process (1), or at least one of them does without it (0)',
    aggregator: 'min',
    registers,
  });
  const durations = new Histogram({
    name: 'document_download_redis_command_duration_seconds',
    help: 'Time that commands of Redis took',
    labelNames: ['outcome'],
    buckets: DURATION_BUCKETS,
    registers,
  });
  return {
    onChange: (availability) => ready.set(availability === 'ready' ? 1 : 0),
    onCall: (seconds, outcome) => durations.observe({ outcome }, seconds),
  };
}
