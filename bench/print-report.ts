import type { Latency } from './measures/latency.ts';
import type { Limits } from './measures/limits.ts';
import type { Throughput } from './measures/throughput.ts';
import type { Ratios } from './ratios.ts';
import type { Report } from './report.ts';

/** Prints a report as tables. */
export function printReport(report: Report): void {
  const { machine, memory, startUp, scaling, visit } = report;
  print('Machine', { ...machine, load: machine.load.map((load) => load.toFixed(1)).join(' → ') });
  printThroughput(report.throughput, { ...report.ratios, ...report.rivalRatios });
  printLatency(report.latency);
  console.log('\nProcessor time of a landing page by stage');
  console.table(
    report.stages.map(({ stage, share, cpuUsPerRequest }) => ({
      stage,
      share: `${Math.round(share * 100)} %`,
      'µs a request': Math.round(cpuUsPerRequest),
    })),
  );
  print('Memory in MB', { ...memory, stretches: memory.stretches.at(-1)?.workerMb ?? NaN });
  print('Start to first answer', { ...startUp });
  print('From one worker to two', { ...scaling });
  print('Landing page on the wire', { ...visit });
}

export function printThroughput(throughputs: readonly Throughput[], ratios: Ratios): void {
  console.log('\nThroughput with one worker on one core');
  console.table(
    throughputs.map(({ name, store, requestsPerSecond, cpuUsPerRequest }) => ({
      scenario: name,
      store: store ?? '',
      'requests/s': Math.round(requestsPerSecond),
      'µs a request': Math.round(cpuUsPerRequest),
    })),
  );
  print('Ratios', ratios);
}

export function printLatency(latencies: readonly Latency[]): void {
  console.log('\nLatency at a fixed rate, in milliseconds');
  console.table(latencies.map(describeLatency));
}

export function printLimits(limits: readonly Limits[]): void {
  console.log('\nWhat one worker at saturation takes');
  console.table(
    limits.map((each) => ({
      'API takes, ms': each.apiDelayMs,
      'pages/s': Math.round(each.pagesPerSecond),
      'cores of the program': Number(each.programCores.toFixed(2)),
      'cores of Redis': Number(each.redisCores.toFixed(3)),
      'commands a page': Number(each.redisCommandsPerPage.toFixed(2)),
      'pages/s of one Redis': Math.round(each.pagesPerSecondOfRedis),
      'API calls a page': Number(each.apiCallsPerPage.toFixed(2)),
      'API connections': each.apiConnections,
    })),
  );
}

function describeLatency({ name, store, ratePerSecond, p50Ms, p99Ms, maxMs }: Latency) {
  const rounded = (ms: number) => Number(ms.toFixed(1));
  return {
    scenario: name,
    store: store ?? '',
    'a second': ratePerSecond,
    p50: rounded(p50Ms),
    p99: rounded(p99Ms),
    slowest: rounded(maxMs),
  };
}

function print(title: string, facts: Readonly<Record<string, string | number>>): void {
  console.log(`\n${title}`);
  for (const [name, fact] of Object.entries(facts)) {
    console.log(`  ${name}: ${typeof fact === 'number' ? Number(fact.toFixed(3)) : fact}`);
  }
}
