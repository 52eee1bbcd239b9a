import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { samples } from '#sandbox/samples.ts';
import { bytesOf, visitPage } from '#tests/support/page-visit.ts';
import { measureLatency, type Latency } from './measures/latency.ts';
import { measureMemory, type Memory } from './measures/memory.ts';
import { measureScaling, type Scaling } from './measures/scaling.ts';
import { measureStages, type StageCost } from './measures/stages.ts';
import { measureStartUp, type StartUp } from './measures/start-up.ts';
import { measureThroughput, type Throughput } from './measures/throughput.ts';
import type { Plan } from './plans.ts';
import { ratiosOf, rivalRatiosOf, type Ratios } from './ratios.ts';
import type { Rig } from './rig/rig.ts';

/** Everything that a run has found out. */
export interface Report {
  readonly machine: Machine;
  readonly throughput: readonly Throughput[];
  /** What the baseline holds. */
  readonly ratios: Ratios;
  readonly rivalRatios: Ratios;
  readonly latency: readonly Latency[];
  readonly stages: readonly StageCost[];
  readonly memory: Memory;
  readonly startUp: StartUp;
  readonly scaling: Scaling;
  readonly visit: Visit;
}

/** Where and when, without which no figure means anything. */
interface Machine {
  readonly takenAt: string;
  readonly commit: string;
  readonly node: string;
  readonly processors: string;
  /** Of the last minute, before and after the run: the bench itself makes it about 2. */
  readonly load: readonly [before: number, after: number];
}

/** What a browser fetches for the landing page. */
interface Visit {
  readonly coldRequests: number;
  readonly coldBytes: number;
  readonly warmBytes: number;
}

/** Measures everything; long. */
export async function takeReport(rig: Rig, plan: Plan): Promise<Report> {
  const [loadBefore = NaN] = loadavg();
  const { systems } = rig;
  const startUp = await measureStartUp(systems, plan.startUps);
  const throughput = await measureThroughput(rig, plan.throughput);
  const measured = {
    throughput,
    ratios: ratiosOf(throughput),
    rivalRatios: rivalRatiosOf(throughput),
    latency: await measureLatency(rig, plan.latency),
    stages: await measureStages(systems, plan.stages),
    memory: await measureMemory(systems, plan.memory),
    startUp,
    scaling: await measureScaling(systems, plan.scalingSeconds),
    visit: await weighVisit(rig.apps.redis.url),
  };
  return { machine: describeMachine(loadBefore), ...measured };
}

function describeMachine(loadBefore: number): Machine {
  const [loadAfter = NaN] = loadavg();
  return {
    takenAt: new Date().toISOString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    node: process.version,
    processors: cpus()
      .map(({ model }) => model)
      .join(', '),
    load: [loadBefore, loadAfter],
  };
}

async function weighVisit(appUrl: string): Promise<Visit> {
  const { page, files } = await visitPage(appUrl, samples.pdf.path);
  return {
    coldRequests: 1 + files.length,
    coldBytes: bytesOf([page, ...files]),
    warmBytes: page.bytes,
  };
}
