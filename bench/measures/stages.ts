import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { saturate } from '../load/saturate.ts';
import { readCpuProfile, type Stretch } from '../profile/cpu-profile.ts';
import { OriginalSources } from '../profile/original-sources.ts';
import { sharesOfStages, type Stage } from '../profile/stage.ts';
import { startApp, type Systems } from '../rig/systems.ts';
import { scenario } from '../scenarios.ts';

/** What one stage of the landing page costs. */
export interface StageCost {
  readonly stage: Stage;
  readonly share: number;
  readonly cpuUsPerRequest: number;
}

export interface StagesPlan {
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

const SAMPLE_EVERY_US = 400;

/** Profiles a worker that is asked for landing pages at full speed. */
export async function measureStages(systems: Systems, plan: StagesPlan): Promise<StageCost[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-profile-'));
  const profiling = `--cpu-prof --cpu-prof-dir=${folder} --cpu-prof-interval=${SAMPLE_EVERY_US}`;
  const app = await startApp(systems, { environment: { NODE_OPTIONS: profiling } });
  await saturate(app, scenario('landing'), plan.warmUpSeconds);
  const fromUs = nowUs();
  const { cpuUsPerRequest } = await saturate(app, scenario('landing'), plan.seconds);
  const stretch = { fromUs, toUs: nowUs() };
  await app.stop();
  const shares = readShares(folder, stretch);
  await rm(folder, { recursive: true });
  return shares.map(([stage, share]) => ({
    stage,
    share,
    cpuUsPerRequest: share * cpuUsPerRequest,
  }));
}

/** The process manager is profiled too, but has little to do: its profile is the smaller one. */
function readShares(folder: string, stretch: Stretch) {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const [largest] = paths.toSorted((one, other) => statSync(other).size - statSync(one).size);
  if (largest === undefined) throw new Error('the worker has left no profile');
  return sharesOfStages(readCpuProfile(largest, stretch), new OriginalSources());
}

/** Of the clock that profiles are timed by. */
function nowUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
