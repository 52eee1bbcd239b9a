import { pageHosts } from '#lib/config/public-hosts.ts';
import type { Config } from '#lib/config/read-config.ts';
import type { RequestObserver } from '#lib/request/observe-answer.ts';
import { loggers } from './logger.ts';
import { registry } from './registry.ts';
import { createRequestLog } from './request-log.ts';
import { createRequestMetrics } from './request-metrics.ts';
import { tellTrace } from './traces.ts';

/** Measures, logs and traces every request of this process. */
export function observeRequests(settings: Config): RequestObserver {
  const metrics = createRequestMetrics(registry(), pageHosts(settings));
  const log = createRequestLog(loggers().request, settings);
  return {
    ...metrics,
    answered: (request) => {
      metrics.answered(request);
      log(request);
      tellTrace(request);
    },
  };
}
