import { saturate, type Saturation } from '../load/saturate.ts';
import { median } from '../median.ts';
import type { Rig } from '../rig/rig.ts';
import { STORES, type Store } from '../rig/store.ts';
import type { Target } from '../rig/systems.ts';
import { scenario, scenariosWith, type Scenario } from '../scenarios.ts';

/** What a scenario costs at saturation: medians of all rounds. */
export interface Throughput extends Saturation {
  readonly name: string;
  /** Null where nobody is counted. */
  readonly store: Store | null;
}

export interface ThroughputPlan {
  readonly scenarios: readonly Scenario[];
  readonly rounds: number;
  readonly warmUpSeconds: number;
  readonly roundSeconds: number;
}

interface Contestant {
  readonly name: string;
  readonly store: Store | null;
  readonly target: Target;
  readonly scenario: Scenario;
}

export const FLOOR = 'bare node:http';
export const NEXT = '/_status by Next’s own server';
export const RIVAL = 'Express with Nunjucks, landing';

/** Has all scenarios and yardsticks take turns, so that what the machine does meets all alike. */
export async function measureThroughput(rig: Rig, plan: ThroughputPlan): Promise<Throughput[]> {
  const contestants = listContestants(rig, plan.scenarios);
  const rounds = new Map<Contestant, Saturation[]>(contestants.map((each) => [each, []]));
  for (const { target, scenario } of contestants) {
    await saturate(target, scenario, plan.warmUpSeconds);
  }
  for (let round = 0; round < plan.rounds; round += 1) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const each of order) {
      rounds.get(each)?.push(await saturate(each.target, each.scenario, plan.roundSeconds));
    }
  }
  return contestants.map((each) => summarise(each, rounds.get(each) ?? []));
}

function listContestants(rig: Rig, scenarios: readonly Scenario[]): Contestant[] {
  const landing = scenario('landing');
  const yardsticks = [
    { name: RIVAL, store: 'redis', target: rig.rival, scenario: landing },
    { name: NEXT, store: null, target: rig.next, scenario: scenario('/_status') },
    { name: FLOOR, store: null, target: rig.floor, scenario: landing },
  ] as const;
  const pages = STORES.flatMap((store) =>
    scenariosWith(store, scenarios).map((each) => ({
      name: each.name,
      store,
      target: rig.apps[store],
      scenario: each,
    })),
  );
  return [...pages, ...yardsticks];
}

function summarise({ name, store }: Contestant, rounds: readonly Saturation[]): Throughput {
  return {
    name,
    store,
    requestsPerSecond: median(rounds.map((round) => round.requestsPerSecond)),
    cpuUsPerRequest: median(rounds.map((round) => round.cpuUsPerRequest)),
  };
}
