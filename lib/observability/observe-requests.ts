import type { Config } from '#lib/config/read-config.ts';
import type { RequestObserver } from '#lib/request/observe-answer.ts';
import { loggers } from './logger.ts';
import { registry } from './registry.ts';
import { createRequestLog } from './request-log.ts';
import { createRequestMetrics } from './request-metrics.ts';
import { tellTrace } from './traces.ts';

/** Measures, logs and traces every request of this process. */
export function observeRequests(settings: Config): RequestObserver {
  const metrics = createRequestMetrics(registry(), knownHosts(settings));
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

/** The pages are beside `download.…`, the host that citizens are sent to for the file. */
function knownHosts(settings: Config): readonly string[] {
  const { hostname } = new URL(settings.DOCUMENT_DOWNLOAD_API_HOST_NAME);
  return settings.METRICS_HOSTS ?? [hostname.replace(/^download\./, '')];
}
