import { expect, it } from 'vitest';
import { selectorsOf } from '#tests/support/oncall/selectors-of.ts';

it.each([
  ['up', [['up']]],
  ['up{job="a"} == 0', [['up', 'job']]],
  [
    'sum by (job, api) (rate(calls_total{api="b", outcome=~"c|d"}[5m]))',
    [['calls_total', 'api', 'outcome']],
  ],
  [
    'job_slo:burn:1h{slo="a"} > 14.4 and job:burn:5m > bool 1e3',
    [['job_slo:burn:1h', 'slo'], ['job:burn:5m']],
  ],
  ['a / on (slo) group_left slo:budget:ratio', [['a'], ['slo:budget:ratio']]],
  ['b unless b offset 2m or vector(0)', [['b'], ['b']]],
  ['sum_over_time(c:rate5m[3d:5m]) * 300', [['c:rate5m']]],
  ['histogram_quantile(0.95, sum by (le) (rate(d_bucket{e!="f"}[1m])))', [['d_bucket', 'e']]],
])('finds what a query reads: %s', (query, expected) => {
  const found = selectorsOf(query).map(({ metric, labels }) => [metric, ...labels]);
  expect(found).toEqual(expected);
});
