import { NEXT, RIVAL, type Throughput } from './measures/throughput.ts';
import type { Store } from './rig/store.ts';

/** How many of one thing a server does in the time of another, by a name such as `landing : Next, redis`. */
export type Ratios = Readonly<Record<string, number>>;

const LANDING = 'landing';

/**
 * What stays the same when the machine is slower: how many of each page fit into the time in which
 * Next's own server answers `/_status`, with the same hooks and middleware. Taken from processor
 * times, since a busy machine takes time from requests but little from their processor time.
 */
export function ratiosOf(throughputs: readonly Throughput[]): Ratios {
  const cost = costsIn(throughputs);
  const entries = throughputs.flatMap(({ name, store, cpuUsPerRequest }) => {
    if (store === null || name === RIVAL) return [];
    return [[`${name} : Next, ${store}`, cost(NEXT, null) / cpuUsPerRequest] as const];
  });
  return Object.fromEntries(entries);
}

/**
 * How many of our landing pages fit into the processor time of one of the rival's, with limits in
 * Redis: above 1 ours costs less. It is no part of the baseline, since it also moves with the rival.
 */
export function rivalRatiosOf(throughputs: readonly Throughput[]): Ratios {
  const cost = costsIn(throughputs);
  return { [`${LANDING} : ${RIVAL}, redis`]: cost(RIVAL, 'redis') / cost(LANDING, 'redis') };
}

/** Finds processor times, in microseconds for one request; NaN for what was not measured. */
function costsIn(throughputs: readonly Throughput[]) {
  return (name: string, store: Store | null): number =>
    throughputs.find((each) => each.name === name && each.store === store)?.cpuUsPerRequest ?? NaN;
}
