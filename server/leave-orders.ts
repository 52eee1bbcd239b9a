import type { Config } from '#lib/config/read-config.ts';
import type { LeaveOrder } from './worker-messages.ts';

/**
 * A connection in use is told to close with its next answer; one that has been quiet for so long is
 * not in use. Closing it earlier could cross a request that is on its way. Nobody knows that a worker
 * is replaced, so its connections go on being used; of a program that stops, load balancers know.
 */
const QUIET_FOR_MS = { leaving: 5_000, stopping: 1_000 };

/** What workers are told, for each reason to leave. */
export interface LeaveOrders {
  /** The program ends, and load balancers need a while to see that. */
  readonly stop: LeaveOrder;
  /** The program ends, and nobody new is to be waited for. */
  readonly interrupt: LeaveOrder;
  /** Another worker has taken over. */
  readonly replace: LeaveOrder;
}

export function leaveOrders(
  config: Pick<Config, 'SHUTDOWN_DELAY_SECONDS' | 'SHUTDOWN_TIMEOUT_SECONDS'>,
): LeaveOrders {
  const cutAfterMs = config.SHUTDOWN_TIMEOUT_SECONDS * 1_000;
  const listenForMs = config.SHUTDOWN_DELAY_SECONDS * 1_000;
  return {
    stop: { stage: 'stopping', listenForMs, quietForMs: QUIET_FOR_MS.stopping, cutAfterMs },
    interrupt: { stage: 'stopping', listenForMs: 0, quietForMs: 0, cutAfterMs },
    replace: { stage: 'leaving', listenForMs: 0, quietForMs: QUIET_FOR_MS.leaving, cutAfterMs },
  };
}
