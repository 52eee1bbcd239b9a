import type { EndurancePlan, LatencyPlan } from './measures/latency.ts';
import type { LimitsPlan } from './measures/limits.ts';
import type { MemoryPlan } from './measures/memory.ts';
import type { StagesPlan } from './measures/stages.ts';
import type { ThroughputPlan } from './measures/throughput.ts';
import { scenario, scenarios } from './scenarios.ts';

/** What a run measures, and for how long. */
export interface Plan {
  readonly throughput: ThroughputPlan;
  readonly latency: LatencyPlan;
  readonly stages: StagesPlan;
  readonly memory: MemoryPlan;
  readonly startUps: number;
  readonly scalingSeconds: number;
}

const landing = [scenario('landing')];

/** About ten minutes. */
export const FULL_PLAN: Plan = {
  throughput: { scenarios, rounds: 5, warmUpSeconds: 5, roundSeconds: 2 },
  latency: { scenarios, ratesPerSecond: [100, 300], seconds: 5 },
  stages: { warmUpSeconds: 10, seconds: 10 },
  memory: { requests: 50_000, stretchSeconds: 5 },
  startUps: 5,
  scalingSeconds: 8,
};

/** Five minutes of what a mailing brings to one worker. */
export const ENDURANCE_PLAN: EndurancePlan = {
  ratePerSecond: 300,
  warmUpSeconds: 20,
  seconds: 300,
};

/** APIs that answer at once, and as slowly as they do on a bad day. */
export const LIMITS_PLANS: readonly LimitsPlan[] = [
  { apiDelayMs: 0, visitors: 16, seconds: 15 },
  { apiDelayMs: 100, visitors: 96, seconds: 15 },
];

/** A few minutes, to see that everything works. */
export const QUICK_PLAN: Plan = {
  throughput: { scenarios, rounds: 2, warmUpSeconds: 2, roundSeconds: 1 },
  latency: { scenarios: landing, ratesPerSecond: [100], seconds: 3 },
  stages: { warmUpSeconds: 3, seconds: 3 },
  memory: { requests: 2_000, stretchSeconds: 1 },
  startUps: 2,
  scalingSeconds: 2,
};

/** What `--check` compares with the baseline. */
export const CHECK_PLAN: ThroughputPlan = {
  scenarios,
  rounds: 5,
  warmUpSeconds: 6,
  roundSeconds: 2,
};
