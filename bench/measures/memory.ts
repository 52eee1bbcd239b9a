import { saturate } from '../load/saturate.ts';
import { proportionalMbOf } from '../rig/process-figures.ts';
import { startApp, type Systems } from '../rig/systems.ts';
import { scenario } from '../scenarios.ts';
import { slopeOf } from '../slope.ts';

/** Resident memory of one worker, without the process manager, in MB. */
export interface Memory {
  readonly managerMb: number;
  readonly afterStartMb: number;
  /** At the end of each stretch of requests. */
  readonly stretches: readonly { readonly requests: number; readonly workerMb: number }[];
  /** Of the whole program at the end, what its processes share counted once. */
  readonly proportionalMb: number;
  /** From the middle of the run to its end, in MB for 10,000 requests. */
  readonly slopeMb: number;
}

export interface MemoryPlan {
  readonly requests: number;
  readonly stretchSeconds: number;
}

const PER_REQUESTS = 10_000;

/** Asks a fresh app for its landing page so many times at full speed. */
export async function measureMemory(systems: Systems, plan: MemoryPlan): Promise<Memory> {
  const app = await startApp(systems, { store: 'redis' });
  const [managerMb = NaN, afterStartMb = NaN] = app.figures().residentMb;
  const stretches: { requests: number; workerMb: number }[] = [];
  let requests = 0;
  while (requests < plan.requests) {
    const { requestsPerSecond } = await saturate(app, scenario('landing'), plan.stretchSeconds);
    requests += Math.round(requestsPerSecond * plan.stretchSeconds);
    stretches.push({ requests, workerMb: app.figures().residentMb[1] ?? NaN });
  }
  const proportionalMb = proportionalMbOf(app.pid);
  await app.stop();
  return { managerMb, afterStartMb, stretches, proportionalMb, slopeMb: slopeOfEnd(stretches) };
}

function slopeOfEnd(stretches: Memory['stretches']): number {
  const end = stretches.slice(Math.floor(stretches.length / 2));
  return slopeOf(end.map(({ requests, workerMb }) => [requests, workerMb])) * PER_REQUESTS;
}
