import { Counter, Gauge, Histogram, Registry, AggregatorRegistry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { WorkerCounts } from '#lib/observability/worker-counts.ts';

async function snapshotOf(count: number) {
  const registers = [new Registry()];
  new Counter({ name: 'visits_total', help: 'h', labelNames: ['of'], registers }).inc(
    { of: 'page' },
    count,
  );
  new Gauge({ name: 'open', help: 'h', registers }).set(count);
  const durations = new Histogram({ name: 'seconds', help: 'h', buckets: [1], registers });
  for (let left = count; left > 0; left -= 1) durations.observe(0.5);
  return registers[0]?.getMetricsAsJSON() ?? [];
}

function sum(counts: WorkerCounts): Promise<string> {
  return AggregatorRegistry.aggregate(counts.parts()).metrics();
}

describe('what workers have counted', () => {
  it('is added up', async () => {
    const counts = new WorkerCounts();
    counts.keep(1, await snapshotOf(2));
    counts.keep(2, await snapshotOf(3));
    expect(await sum(counts)).toContain('visits_total{of="page"} 5\n');
    expect(await sum(counts)).toContain('seconds_bucket{le="1"} 5\n');
  });

  it('is their latest', async () => {
    const counts = new WorkerCounts();
    counts.keep(1, await snapshotOf(2));
    counts.keep(1, await snapshotOf(7));
    expect(await sum(counts)).toContain('visits_total{of="page"} 7\n');
  });

  it('stays when they die, at every moment, except what they were in the middle of', async () => {
    const counts = new WorkerCounts();
    for (const id of [1, 2, 3, 4]) counts.keep(id, await snapshotOf(id));
    for (const id of [1, 2, 3, 99]) {
      counts.retire(id);
      expect(await sum(counts)).toContain('visits_total{of="page"} 10\n');
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    const text = await sum(counts);
    expect(text).toContain('visits_total{of="page"} 10\n');
    expect(text).toContain('seconds_count 10\n');
    expect(text).toContain('open 4\n');
    expect(counts.parts().length).toBeLessThan(3);
  });
});
