import { samples } from '#sandbox/samples.ts';
import { sendSteadily, type SteadyResult } from '../load/constant-rate.ts';
import type { Rig } from '../rig/rig.ts';
import { STORES, type Store } from '../rig/store.ts';
import { scenario, scenariosWith, type Scenario } from '../scenarios.ts';

/** How long answers take at a fixed rate. */
export interface Latency extends SteadyResult {
  readonly name: string;
  /** Null for the sandbox alone. */
  readonly store: Store | null;
  readonly ratePerSecond: number;
}

export interface LatencyPlan {
  readonly scenarios: readonly Scenario[];
  readonly ratesPerSecond: readonly number[];
  readonly seconds: number;
}

export interface EndurancePlan {
  readonly ratePerSecond: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** What the pages cannot be quicker than: the call to the API that each landing page waits for. */
export const SANDBOX = 'sandbox alone';

/** Measures the sandbox alone and each scenario with each store, at each rate. */
export async function measureLatency(rig: Rig, plan: LatencyPlan): Promise<Latency[]> {
  const { ratesPerSecond, seconds, scenarios } = plan;
  const latencies: Latency[] = [];
  for (const ratePerSecond of ratesPerSecond) {
    const load = { ratePerSecond, seconds };
    const apiCall = { url: rig.systems.apiUrl, scenario: sandboxCall() };
    latencies.push({
      name: SANDBOX,
      store: null,
      ratePerSecond,
      ...(await sendSteadily({ ...load, ...apiCall })),
    });
    for (const store of STORES) {
      for (const each of scenariosWith(store, scenarios)) {
        const result = await sendSteadily({ ...load, url: rig.apps[store].url, scenario: each });
        latencies.push({ name: each.name, store, ratePerSecond, ...result });
      }
    }
  }
  return latencies;
}

/** Asks for the landing page at a fixed rate for a long time, in which no request may be slow. */
export async function measureEndurance(rig: Rig, plan: EndurancePlan): Promise<Latency> {
  const landing = { url: rig.apps.redis.url, scenario: scenario('landing') };
  // What the first seconds after a start are like is another question.
  await sendSteadily({
    ...landing,
    ratePerSecond: plan.ratePerSecond,
    seconds: plan.warmUpSeconds,
  });
  const result = await sendSteadily({ ...landing, ...plan });
  return { name: 'landing', store: 'redis', ratePerSecond: plan.ratePerSecond, ...result };
}

/** The call that the landing page makes for its document. */
function sandboxCall(): Scenario {
  const { serviceId, documentId, key } = samples.pdf;
  const path = `/services/${serviceId}/documents/${documentId}/check?key=${key}`;
  return { ...scenario('landing'), paths: [path], headers: {} };
}
