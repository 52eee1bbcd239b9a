import { configOrExit } from '#lib/observability/config-or-exit.ts';
import { outliveCrashes } from '#lib/observability/crashes.ts';
import { sendOutputToLog } from '#lib/observability/logger.ts';
import { metrics } from '#lib/observability/metrics.ts';
import { observeRequests } from '#lib/observability/observe-requests.ts';
import { openReports, traceSampleRate } from '#lib/observability/reports.ts';
import { shareMetrics } from '#lib/observability/worker-metrics.ts';
import { withinDeadline } from '#lib/outage/within-deadline.ts';
import { measureEventLoopLag } from '#lib/process/event-loop-lag.ts';
import { hookRequests } from '#lib/request/request-hooks.ts';
import { wiring } from '#lib/wiring.ts';

/** How long the first visitors may have to wait until it is known whether limits can be shared. */
const FIRST_PROBE_MS = 500;

/**
 * Everything that has to be there before the first request: the configuration, the hooks, and the
 * stores and clients, so that the first visitors are counted with all others.
 */
export async function startProcess(): Promise<void> {
  const settings = configOrExit();
  sendOutputToLog();
  outliveCrashes();
  void openReports(settings);
  shareMetrics();
  measureEventLoopLag(metrics().eventLoopLag);
  hookRequests({
    trustedProxyCount: settings.TRUSTED_PROXY_COUNT,
    deadlineMs: settings.HTTP_SERVE_TIMEOUT_SECONDS * 1000,
    traceSampleRate: traceSampleRate(settings),
    observer: observeRequests(settings),
  });
  // When it is not known by then, the start goes on: there is memory to count in.
  await withinDeadline(wiring().firstProbe, FIRST_PROBE_MS).catch(() => undefined);
}
