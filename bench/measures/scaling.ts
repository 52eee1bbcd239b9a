import { saturate } from '../load/saturate.ts';
import { startApp, type Systems } from '../rig/systems.ts';
import { scenario } from '../scenarios.ts';

/** What a second worker adds where there are two cores. */
export interface Scaling {
  readonly oneWorkerPerSecond: number;
  readonly twoWorkersPerSecond: number;
  /** How many cores the workers had in each run: load, sandbox and Redis took the rest. */
  readonly oneWorkerCores: number;
  readonly twoWorkersCores: number;
  /** How many times as much two workers do as one, each having a core for itself. */
  readonly factor: number;
}

const US_PER_SECOND = 1e6;

/**
 * Measures one and two workers on both cores, where they have to share them with the load. The factor
 * leaves the load's share out: requests for each second of processor time are compared, since a
 * program that scales does as much with each second when there are two workers.
 */
export async function measureScaling(systems: Systems, seconds: number): Promise<Scaling> {
  const [one, two] = [
    await measureWorkers(systems, 1, seconds),
    await measureWorkers(systems, 2, seconds),
  ];
  return {
    oneWorkerPerSecond: one.requestsPerSecond,
    twoWorkersPerSecond: two.requestsPerSecond,
    oneWorkerCores: coresOf(one),
    twoWorkersCores: coresOf(two),
    factor: (2 * one.cpuUsPerRequest) / two.cpuUsPerRequest,
  };
}

type Measured = Awaited<ReturnType<typeof saturate>>;

async function measureWorkers(
  systems: Systems,
  workers: number,
  seconds: number,
): Promise<Measured> {
  const app = await startApp(systems, { workers, cores: [0, 1] });
  await saturate(app, scenario('landing'), seconds);
  const measured = await saturate(app, scenario('landing'), seconds);
  await app.stop();
  return measured;
}

function coresOf({ requestsPerSecond, cpuUsPerRequest }: Measured): number {
  return (requestsPerSecond * cpuUsPerRequest) / US_PER_SECOND;
}
