import { ConfigError } from '#lib/config/read-config.ts';
import { config } from '#lib/config/config.ts';
import { outliveCrashes } from '#lib/observability/crashes.ts';
import { logger } from '#lib/observability/logger.ts';
import { metrics } from '#lib/observability/metrics.ts';
import { observeRequests } from '#lib/observability/observe-requests.ts';
import { sendOutputTo } from '#lib/observability/output-sink.ts';
import { shareMetrics } from '#lib/observability/worker-metrics.ts';
import { hookRequests } from '#lib/request/request-hooks.ts';

/** Everything that has to be there before the first request: the configuration, then the hooks. */
export function startProcess(): void {
  const settings = configOrExit();
  sendOutputTo(({ level, message, error }) => logger()[level]({ exc_info: error }, message));
  outliveCrashes();
  metrics();
  shareMetrics();
  hookRequests({
    trustedProxyCount: settings.TRUSTED_PROXY_COUNT,
    deadlineMs: settings.HTTP_SERVE_TIMEOUT_SECONDS * 1000,
    observer: observeRequests(settings),
  });
}

function configOrExit() {
  try {
    return config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
