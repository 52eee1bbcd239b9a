import type { ApiClientEvents } from '#lib/notify/api-client.ts';
import type { OutageEvents } from '#lib/outage/outage-guard.ts';
import { logger } from './logger.ts';
import { metrics } from './metrics.ts';
import { redactText } from './redact-text.ts';
import type { RedisMetrics } from './redis-metrics.ts';
import { traceApiCall, traceRedisCommand } from './traces.ts';

/** Tells metrics, log and traces what becomes of the APIs. */
export function apiEvents(): ApiClientEvents {
  const { onCall, onBreakerChange } = metrics().api;
  return {
    onCall: (call) => {
      onCall(call);
      traceApiCall(call);
    },
    onBreakerChange: (api, state) => {
      onBreakerChange(api, state);
      logger().warn({ api, state }, 'A circuit breaker changed its state');
    },
  };
}

/** Tells metrics and log what becomes of a store: one line for each change, not for each request. */
export function outageEvents(name: string, measured?: RedisMetrics): OutageEvents {
  return {
    onCall:
      measured &&
      ((seconds, outcome) => {
        measured.onCall(seconds, outcome);
        traceRedisCommand(seconds, outcome);
      }),
    onChange(availability, reason) {
      measured?.onChange(availability, reason);
      if (availability === 'ready') logger().info(`${name} serves limits and caches`);
      else {
        const fields = { reason: redactText(reason) };
        logger().warn(fields, `${name} is lost: this process counts and caches by itself`);
      }
    },
  };
}
