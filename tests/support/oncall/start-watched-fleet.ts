import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { createFreshSamples, type FreshSamples } from '#tests/support/fresh-samples.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import { startPrometheus, type Prometheus } from './start-prometheus.ts';

/** Instances of the program with all that is behind them, watched by Prometheus. */
export interface WatchedFleet {
  /** With two workers. */
  readonly large: App;
  /** With one. */
  readonly small: App;
  readonly sandbox: Sandbox;
  readonly fresh: FreshSamples;
  readonly redis: RedisServer;
  readonly prometheus: Prometheus;
  stop(): Promise<void>;
}

/** What the metrics of the instances are opened with. */
export const METRICS_TOKEN = 'a-token-that-opens-the-metrics';

/** Starts it all. */
export async function startWatchedFleet(): Promise<WatchedFleet> {
  const fresh = createFreshSamples();
  const [sandbox, redis] = await Promise.all([startSandbox(fresh), startRedisServer()]);
  const start = (workers: number) =>
    startInstance({
      sandbox,
      redisUrl: redis.url,
      environment: {
        METRICS_TOKEN,
        WEB_CONCURRENCY: String(workers),
      },
    });
  const [large, small] = await Promise.all([start(2), start(1)]);
  const targets = [large, small].map(({ port }) => `127.0.0.1:${port}`);
  const prometheus = await startPrometheus({ targets, metricsToken: METRICS_TOKEN });
  return {
    ...{ large, small, sandbox, fresh, redis, prometheus },
    async stop() {
      await Promise.all([prometheus, large, small].map((running) => running.stop()));
      await Promise.all([sandbox.close(), redis.stop()]);
    },
  };
}
