import { serveMetricsOfWorkers } from '#lib/observability/cluster-metrics.ts';
import { configOrExit } from '#lib/observability/config-or-exit.ts';
import { endOnCrash } from '#lib/observability/crashes.ts';
import { logger, sendOutputToLog } from '#lib/observability/logger.ts';
import { serveMachinePoints } from '#lib/rate-limit/machine-points.ts';
import { Fleet, WorkersKeepDyingError } from './fleet.ts';
import { followSignals } from './follow-signals.ts';
import { leaveOrders } from './leave-orders.ts';
import { report } from './report.ts';
import { workerEnvironment } from './worker-environment.ts';
import { workerFlags } from './worker-flags.ts';
import { workerStarter } from './worker-process.ts';

/** What the primary does for its workers together; each is begun by one call before they start. */
const SERVICES: readonly (() => void)[] = [serveMetricsOfWorkers, serveMachinePoints];

/** Keeps the workers running until a signal, or their dying over and over, ends the program. */
export async function runPrimary(): Promise<void> {
  const config = configOrExit();
  sendOutputToLog();
  endOnCrash();
  for (const serve of SERVICES) serve();
  const startWorker = workerStarter(
    workerFlags(config, process.execArgv),
    workerEnvironment(process.env),
  );
  const fleet = new Fleet(startWorker, report);
  const orders = leaveOrders(config);
  followSignals(fleet, orders);
  try {
    await fleet.run(config.WEB_CONCURRENCY);
  } catch (error) {
    if (!(error instanceof WorkersKeepDyingError)) throw error;
    logger().fatal({ cause: error.message }, 'Workers keep dying, so the program ends');
    await fleet.stop(orders.interrupt);
    process.exit(1);
  }
}
