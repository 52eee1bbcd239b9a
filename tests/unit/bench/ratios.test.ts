import { describe, expect, it } from 'vitest';
import { findRegressions, readBaseline } from '#bench/baseline.ts';
import { ratiosOf, rivalRatiosOf } from '#bench/ratios.ts';
import { STORES } from '#bench/rig/store.ts';
import { scenarios, scenariosWith } from '#bench/scenarios.ts';

const throughputs = (
  [
    ['landing', 'redis', 200],
    ['/_status', 'redis', 100],
    ['landing', 'memory', 160],
    ['/_status', 'memory', 120],
    ['Express with Nunjucks, landing', 'redis', 500],
    ['/_status by Next’s own server', null, 300],
    ['bare node:http', null, 20],
  ] as const
).map(([name, store, cpuUsPerRequest]) => ({ name, store, cpuUsPerRequest, requestsPerSecond: 1 }));

it('pages are compared with what Next takes for an empty one', () => {
  expect(ratiosOf(throughputs)).toEqual({
    'landing : Next, redis': 1.5,
    '/_status : Next, redis': 3,
    'landing : Next, memory': 300 / 160,
    '/_status : Next, memory': 2.5,
  });
});

it('our landing page is compared with the rival’s, apart from what the check guards', () => {
  expect(rivalRatiosOf(throughputs)).toEqual({
    'landing : Express with Nunjucks, landing, redis': 2.5,
  });
});

describe('the check', () => {
  it.each([
    ['a ratio that is as it was', { landing: 0.8 }, []],
    ['a ratio that is better', { landing: 1.2 }, []],
    ['a ratio that is a little worse', { landing: 0.7 }, []],
    ['a ratio that is much worse', { landing: 0.6 }, ['landing: 0.600, was 0.8']],
    ['a ratio that nobody has measured', {}, ['landing: missing, was 0.8']],
    ['a ratio that is no number', { landing: NaN }, ['landing: NaN, was 0.8']],
  ])('judges %s', (_, now, regressions) => {
    expect(findRegressions(now, { landing: 0.8 })).toEqual(regressions);
  });

  it('has a baseline for every scenario with each store', () => {
    const expected = STORES.flatMap((store) =>
      scenariosWith(store, scenarios).map(({ name }) => `${name} :`),
    );
    const names = Object.keys(readBaseline()).map((name) => name.replace(/:.*/, ':'));
    expect(names.toSorted()).toEqual(expected.toSorted());
  });
});
