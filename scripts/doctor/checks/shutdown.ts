import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../ask.ts';
import { right, unchecked, wrong, type Check } from '../check.ts';

/** Workers that do not end in time are killed; so long the last of it may take, in milliseconds. */
const GRACE_MS = 3_000;

const BETWEEN_REQUESTS_MS = 20;

/** An instance that is told to stop says so to balancers first, loses no request, and ends in time. */
export const checkShutdown: Check = {
  name: 'shutdown',
  async examine({ instanceUrl, pid }, config) {
    if (pid === undefined) return unchecked('--stop PID lets an instance end to see it');
    const delayMs = config.SHUTDOWN_DELAY_SECONDS * 1000;
    const startedAt = performance.now();
    const elapsedMs = () => performance.now() - startedAt;
    process.kill(pid, 'SIGTERM');
    let saidSo = false;
    let refusedAfterMs: number | null = null;
    while (isAlive(pid) && elapsedMs() < config.SHUTDOWN_TIMEOUT_SECONDS * 1000 + GRACE_MS) {
      const status = await statusOf(`${instanceUrl}/_status?simple=1`);
      saidSo ||= status === 503;
      if (status === null) refusedAfterMs ??= elapsedMs();
      await wait(BETWEEN_REQUESTS_MS);
    }
    const endedAfterMs = elapsedMs();
    const servedMs = refusedAfterMs ?? endedAfterMs;
    if (isAlive(pid)) return wrong(`it still runs after ${seconds(endedAfterMs)}`);
    if (servedMs < delayMs) return wrong(`no answer after ${seconds(servedMs)}`);
    if (delayMs > 0 && !saidSo) return wrong('/_status never said 503');
    return right(`took connections for ${seconds(servedMs)}, gone after ${seconds(endedAfterMs)}`);
  },
};

async function statusOf(url: string): Promise<number | null> {
  try {
    // A connection of its own: a balancer that has turned away opens none.
    return (await ask(url, { headers: { Connection: 'close' } })).status;
  } catch {
    return null;
  }
}

/** A process that has ended, but that its parent has not waited for, is no longer alive. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
