import type { Visit } from './visits.ts';

/** Visitors who come all the time. */
export interface MixedLoad {
  /** How many answers there were by status; `none` counts requests without one. */
  readonly counts: ReadonlyMap<number | 'none', number>;
  /** Sends no more visitors and waits for those who are there. */
  stop(): Promise<void>;
}

const TICK_MS = 20;
/** Where the machine is too slow for all, those who come stay away rather than queue. */
const MOST_AT_ONCE = 200;

/** Makes so many visits a second, one kind after the other, whatever becomes of them. */
export function startMixedLoad(visits: readonly Visit[], visitsPerSecond: number): MixedLoad {
  const counts = new Map<number | 'none', number>();
  const underWay = new Set<Promise<void>>();
  const startMs = performance.now();
  let dueCount = 0;

  async function send(index: number): Promise<void> {
    const visit = visits[index % visits.length];
    const statuses = (await visit?.().catch(() => ['none'] as const)) ?? [];
    for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  }

  const ticks = setInterval(() => {
    const elapsedSeconds = (performance.now() - startMs) / 1_000;
    for (; dueCount < elapsedSeconds * visitsPerSecond; dueCount += 1) {
      if (underWay.size >= MOST_AT_ONCE) continue;
      const visit = send(dueCount).finally(() => underWay.delete(visit));
      underWay.add(visit);
    }
  }, TICK_MS);

  return {
    counts,
    async stop() {
      clearInterval(ticks);
      await Promise.all(underWay);
    },
  };
}
