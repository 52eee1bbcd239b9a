import { logger } from '#lib/observability/logger.ts';
import type { FleetEvents } from './fleet.ts';

/** Tells those on call what becomes of the workers. */
export const report: FleetEvents = {
  serves: ({ pid }, startMs) =>
    logger().info({ worker: pid, startMs: Math.round(startMs) }, 'A worker takes requests'),
  died: ({ pid }, { cause }, replacedAfterMs) =>
    logger().error({ worker: pid, cause, replacedAfterMs }, 'A worker died, another will start'),
  replaced: (worker, heir) =>
    logger().info({ worker: worker.pid, heir: heir.pid }, 'A worker was replaced'),
  notReplaced: ({ pid }) =>
    logger().error({ worker: pid }, 'The worker stays: its heir died before it could answer'),
};
