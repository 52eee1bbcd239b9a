import { readConfig } from '#lib/config/read-config.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { untilItAnswers } from '#scripts/until-it-answers.ts';
import { heapFlags } from '#server/worker-flags.ts';
import { startChild } from './child.ts';
import { appEnvironment, serverEnvironment, type Systems, type Target } from './systems.ts';

/** What our pages are measured against, in the same run. */
export interface Yardsticks {
  /** The same build behind the server that Next puts into it: `/_status` then is what Next costs. */
  readonly next: Target;
  /** Does the job of the landing page in another way, with its limits in Redis. */
  readonly rival: Target;
  /** Does nothing but send the bytes of the landing page. */
  readonly floor: Target;
}

/**
 * Starts all of them, each on one core with the heap of one of our workers. What else
 * we tell V8 suits our program and may not suit theirs.
 * @param pageUrl where the floor finds the landing page
 */
export async function startYardsticks(systems: Systems, pageUrl: string): Promise<Yardsticks> {
  return {
    next: await startAlone(systems, '.next/standalone/server.js'),
    rival: await startAlone(systems, 'bench/rivals/express/server.ts'),
    floor: await startFloor(pageUrl),
  };
}

/** Starts a program that is a worker without a manager. */
async function startAlone(systems: Systems, program: string): Promise<Target> {
  const port = String(await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const environment = { ...serverEnvironment(port), ...appEnvironment(systems, {}) };
  const child = startChild([0], 'node', [...heapFlags(readConfig(environment)), program], {
    ...environment,
    // By which Next's server knows the address to bind.
    HOSTNAME: environment.HOST,
  });
  await untilItAnswers(`${url}/_status`);
  return { ...child, url };
}

async function startFloor(pageUrl: string): Promise<Target> {
  const port = String(await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const child = startChild([0], 'node', ['bench/rig/floor-process.ts', port, pageUrl]);
  await untilItAnswers(url);
  return { ...child, url };
}
