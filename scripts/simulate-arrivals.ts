import { parseArgs } from 'node:util';
import { serve, type Served } from './simulation/fleet.ts';
import { seededRandom, simulateRequests } from './simulation/visits.ts';

/** What was measured of an instance, and what is supposed of a mailing: docs/scaling.md says where from. */
const DEFAULTS = {
  emails: '1000000',
  'sending-minutes': '10',
  'click-share': '0.5',
  'median-minutes': '5',
  'confirm-share': '0.3',
  'workers-per-instance': '2',
  'pages-per-second': '1300',
  instances: '1,2,3,4,5,6,8',
  seed: '1',
} as const;

type Name = keyof typeof DEFAULTS;

const options = Object.fromEntries(
  Object.entries(DEFAULTS).map(([name, value]) => [name, { type: 'string', default: value }]),
) as Record<Name, { type: 'string'; default: string }>;

const { values } = parseArgs({ options });
const number = (name: Name) => Number(values[name]);

const moments = simulateRequests(
  {
    emails: number('emails'),
    sendingSeconds: number('sending-minutes') * 60,
    clickShare: number('click-share'),
    medianDelaySeconds: number('median-minutes') * 60,
    confirmShare: number('confirm-share'),
  },
  seededRandom(number('seed')),
);

console.log('instances  requests  busiest second  refused   median      95 %      99 %');
for (const instances of values.instances.split(',').map(Number)) {
  const fleet = {
    instances,
    workersPerInstance: number('workers-per-instance'),
    pagesPerSecond: number('pages-per-second'),
    mostWaitSeconds: 1,
  };
  console.log(formatRow(instances, serve(moments, fleet, seededRandom(number('seed') + 1))));
}

function formatRow(instances: number, served: Served): string {
  const milliseconds = (seconds: number) => `${(seconds * 1000).toFixed(0)} ms`.padStart(8);
  return [
    String(instances).padStart(9),
    String(served.requests).padStart(8),
    String(served.peakPerSecond).padStart(14),
    `${((100 * served.refused) / served.requests).toFixed(2)} %`.padStart(7),
    milliseconds(served.medianSeconds),
    milliseconds(served.p95Seconds),
    milliseconds(served.p99Seconds),
  ].join('  ');
}
