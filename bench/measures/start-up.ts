import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../median.ts';
import { startApp, type Systems } from '../rig/systems.ts';

/** From the start of the program to its first answer, in milliseconds. */
export interface StartUp {
  readonly medianMs: number;
  readonly slowestMs: number;
}

/** Starts the program several times on the measured core. */
export async function measureStartUp(systems: Systems, times: number): Promise<StartUp> {
  const startsMs: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now();
    const app = await startApp(systems);
    startsMs.push(performance.now() - startedAt);
    await app.stop();
    await wait(100);
  }
  return { medianMs: median(startsMs), slowestMs: Math.max(...startsMs) };
}
