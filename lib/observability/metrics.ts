import { config } from '#lib/config/config.ts';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { createApiMetrics } from './api-metrics.ts';
import { createBuildInfo } from './build-info.ts';
import { createEventLoopMetrics } from './event-loop-metrics.ts';
import { createPageMetrics } from './page-metrics.ts';
import { createProcessMetrics } from './process-metrics.ts';
import { createRedisMetrics } from './redis-metrics.ts';
import { registry } from './registry.ts';

/** What other rooms tell the metrics of this process, by callbacks. */
export type Metrics = ReturnType<typeof createMetrics>;

/** The metrics of this process, made at the first call. Those of requests hang on the request hooks. */
export function metrics(): Metrics {
  return oncePerProcess('metrics', createMetrics);
}

function createMetrics() {
  const { GIT_COMMIT, REDIS_ENABLED } = config();
  createProcessMetrics(registry());
  createBuildInfo(registry(), GIT_COMMIT);
  return {
    eventLoopLag: createEventLoopMetrics(registry()),
    api: createApiMetrics(registry()),
    pages: createPageMetrics(registry()),
    ...(REDIS_ENABLED && { redis: createRedisMetrics(registry()) }),
  };
}
