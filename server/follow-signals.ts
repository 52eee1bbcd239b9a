import { constants } from 'node:os';
import type { Fleet } from './fleet.ts';
import type { LeaveOrders } from './leave-orders.ts';
import type { LeaveOrder } from './worker-messages.ts';

/** Ctrl-C reaches the program twice when npm has started it: from the terminal and from npm. */
const SAME_SIGNAL_WITHIN_MS = 500;

/**
 * SIGTERM ends the program when load balancers have seen it, SIGINT as soon as nobody waits for an
 * answer, a second one of them at once; SIGHUP replaces the workers.
 */
export function followSignals(fleet: Fleet, orders: LeaveOrders): void {
  let stoppingSinceMs: number | undefined;

  function end(signal: 'SIGTERM' | 'SIGINT', order: LeaveOrder): void {
    if (stoppingSinceMs === undefined) {
      stoppingSinceMs = performance.now();
      void fleet.stop(order).then(() => process.exit(0));
    } else if (performance.now() - stoppingSinceMs > SAME_SIGNAL_WITHIN_MS) {
      fleet.kill();
      process.exit(128 + constants.signals[signal]);
    }
  }

  process.on('SIGTERM', () => end('SIGTERM', orders.stop));
  process.on('SIGINT', () => end('SIGINT', orders.interrupt));
  process.on('SIGHUP', () => void fleet.replaceAll(orders.replace));
}
