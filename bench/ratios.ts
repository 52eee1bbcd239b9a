import { FLOOR, type Throughput } from './measures/throughput.ts';
import type { Store } from './rig/store.ts';

/** How many of one thing a server does in the time of another, by a name such as `landing : /_status, redis`. */
export type Ratios = Readonly<Record<string, number>>;

const STATUS = '/_status';

/**
 * What stays the same when the machine is slower: each page against `/_status`, which is Next's own
 * cost, and that against the floor. Taken from processor times, since a busy machine takes time from
 * requests but little from their processor time.
 */
export function ratiosOf(throughputs: readonly Throughput[]): Ratios {
  const cost = (name: string, store: Store | null) =>
    throughputs.find((each) => each.name === name && each.store === store)?.cpuUsPerRequest ?? NaN;
  const entries = throughputs.flatMap(({ name, store, cpuUsPerRequest }) => {
    if (store === null) return [];
    const [than, base] =
      name === STATUS ? [FLOOR, cost(FLOOR, null)] : [STATUS, cost(STATUS, store)];
    return [[`${name} : ${than}, ${store}`, base / cpuUsPerRequest] as const];
  });
  return Object.fromEntries(entries);
}
