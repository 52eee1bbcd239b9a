import { samples } from '#sandbox/samples.ts';
import { sendSteadily, type SteadyResult } from '../load/constant-rate.ts';
import type { Rig } from '../rig/rig.ts';
import { STORES, type Store } from '../rig/systems.ts';
import { scenario, type Scenario } from '../scenarios.ts';

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
      for (const each of scenarios) {
        const result = await sendSteadily({ ...load, url: rig.apps[store].url, scenario: each });
        latencies.push({ name: each.name, store, ratePerSecond, ...result });
      }
    }
  }
  return latencies;
}

/** The call that the landing page makes for its document. */
function sandboxCall(): Scenario {
  const { serviceId, documentId, key } = samples.pdf;
  const path = `/services/${serviceId}/documents/${documentId}/check?key=${key}`;
  return { ...scenario('landing'), paths: [path], headers: {} };
}
