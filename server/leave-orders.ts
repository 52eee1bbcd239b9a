import type { Config } from '#lib/config/read-config.ts';
import type { LeaveOrder } from './worker-messages.ts';

/** Under load a connection brings a request, and is told to close with its answer, long before. */
const QUIET_FOR_MS = 5_000;

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
    stop: { stage: 'stopping', listenForMs, quietForMs: 0, cutAfterMs },
    interrupt: { stage: 'stopping', listenForMs: 0, quietForMs: 0, cutAfterMs },
    replace: { stage: 'leaving', listenForMs: 0, quietForMs: QUIET_FOR_MS, cutAfterMs },
  };
}
