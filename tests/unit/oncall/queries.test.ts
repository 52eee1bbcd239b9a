import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createApiMetrics } from '#lib/observability/api-metrics.ts';
import { createBuildInfo } from '#lib/observability/build-info.ts';
import { createEventLoopMetrics } from '#lib/observability/event-loop-metrics.ts';
import { createPageMetrics } from '#lib/observability/page-metrics.ts';
import { createPrimaryMetrics } from '#lib/observability/primary-metrics.ts';
import { createProcessMetrics } from '#lib/observability/process-metrics.ts';
import { createRedisMetrics } from '#lib/observability/redis-metrics.ts';
import { createRequestMetrics } from '#lib/observability/request-metrics.ts';
import { outcomes } from '#lib/request/outcome.ts';
import { dashboardQueries } from '#tests/support/oncall/read-dashboard.ts';
import { readRules } from '#tests/support/oncall/read-rules.ts';
import { selectorsOf } from '#tests/support/oncall/selectors-of.ts';

/** What Prometheus knows by itself. */
const OF_PROMETHEUS = ['up', 'ALERTS'];

const { queries, recordings } = readRules();
const selectors = [...queries, ...dashboardQueries()].flatMap(selectorsOf);

/** The names of all series that the program exposes. */
function exposedNames(): string[] {
  const registry = new Registry();
  createRequestMetrics(registry, []);
  createEventLoopMetrics(registry);
  createPageMetrics(registry);
  createApiMetrics(registry);
  createRedisMetrics(registry);
  createPrimaryMetrics(registry, () => 1);
  createProcessMetrics(registry);
  createBuildInfo(registry, 'commit');
  return registry
    .getMetricsAsArray()
    .flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    );
}

describe('the queries of rules and dashboard', () => {
  it('read metrics that the program exposes, or rules that are recorded', () => {
    const known = new Set([
      ...OF_PROMETHEUS,
      ...exposedNames(),
      ...recordings.map(({ record }) => record),
    ]);
    const names = new Set(selectors.map(({ metric }) => metric));
    expect([...names].filter((name) => !known.has(name))).toEqual([]);
  });

  it('name outcomes that pages can have', () => {
    const named = selectors
      .filter(({ metric }) => metric === 'document_download_pages_total')
      .flatMap(
        ({ text }) => /outcome=~"(?<names>[^"]+)"/.exec(text)?.groups?.['names']?.split('|') ?? [],
      );
    expect(named).not.toEqual([]);
    expect(outcomes).toEqual(expect.arrayContaining(named));
  });

  it('leave out the metrics of other programs that bear the same names', () => {
    const shared = selectors.filter(({ metric }) =>
      /^(?:http_server_|process_|up$|build_info)/.test(metric),
    );
    expect(shared.filter(({ labels }) => !labels.includes('job'))).toEqual([]);
  });

  it('use every rule that is recorded', () => {
    const used = new Set(selectors.map(({ metric }) => metric));
    expect(recordings.map(({ record }) => record).filter((name) => !used.has(name))).toEqual([]);
  });
});
