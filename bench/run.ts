import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCommand } from '#scripts/run-command.ts';
import { installSystemTools, type SystemTool } from '#tests/support/system-tools.ts';
import { findRegressions, readBaseline, writeBaseline } from './baseline.ts';
import { measureEndurance } from './measures/latency.ts';
import { measureLimits, type Limits } from './measures/limits.ts';
import { measureThroughput } from './measures/throughput.ts';
import { CHECK_PLAN, ENDURANCE_PLAN, FULL_PLAN, LIMITS_PLANS, QUICK_PLAN } from './plans.ts';
import { printLatency, printLimits, printReport, printThroughput } from './print-report.ts';
import { ratiosOf, rivalRatiosOf } from './ratios.ts';
import { takeReport } from './report.ts';
import { stopChildren } from './rig/child.ts';
import { startRig } from './rig/rig.ts';
import { startSystems } from './rig/systems.ts';

const REPORT = 'tmp/bench/report.json';

/** No visitor of a mailing is to wait longer for a page. */
const SLOWEST_MS = 250;

const TOOLS: readonly SystemTool[] = [
  { command: 'redis-server', debianPackage: 'redis-server' },
  { command: 'taskset', debianPackage: 'util-linux' },
  { command: 'wrk', debianPackage: 'wrk' },
];

const { values: options } = parseArgs({
  options: {
    built: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    endurance: { type: 'boolean', default: false },
    limits: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});

/** Measures everything, prints it and keeps it as JSON; with `--save` its ratios are the new baseline. */
async function report(): Promise<boolean> {
  const found = await takeReport(await startRig(), options.quick ? QUICK_PLAN : FULL_PLAN);
  mkdirSync('tmp/bench', { recursive: true });
  writeFileSync(REPORT, `${JSON.stringify(found, null, 2)}\n`);
  if (options.save) writeBaseline(found.ratios);
  printReport(found);
  console.log(`\nAll of it is in ${REPORT}.`);
  return true;
}

/** Asks for the landing page for five minutes and fails where one request has taken too long. */
async function endure(): Promise<boolean> {
  const latency = await measureEndurance(await startRig(), ENDURANCE_PLAN);
  printLatency([latency]);
  return latency.maxMs <= SLOWEST_MS;
}

/** Shows what a worker at saturation takes of its core, Redis and the APIs. */
async function showLimits(): Promise<boolean> {
  const systems = await startSystems();
  const limits: Limits[] = [];
  for (const plan of LIMITS_PLANS) limits.push(await measureLimits(systems, plan));
  printLimits(limits);
  return true;
}

/** Compares ratios with the baseline, and parts of the program with a yardstick. */
async function check(): Promise<boolean> {
  const areUnitsQuick = (await runUnitBenches()) === 0;
  const throughput = await measureThroughput(await startRig(), CHECK_PLAN);
  const ratios = ratiosOf(throughput);
  printThroughput(throughput, { ...ratios, ...rivalRatiosOf(throughput) });
  const regressions = findRegressions(ratios, readBaseline());
  for (const regression of regressions) console.log(`slower than the baseline: ${regression}`);
  return areUnitsQuick && regressions.length === 0;
}

function measure(): Promise<boolean> {
  if (options.check) return check();
  if (options.limits) return showLimits();
  return options.endurance ? endure() : report();
}

async function build(): Promise<void> {
  const code = await runCommand('npm', ['run', '--silent', 'build:all'], { stdio: 'ignore' });
  if (code !== 0) throw new Error('the build failed: npm run build says why');
}

/** React renders several times slower where it helps to develop. */
function runUnitBenches(): Promise<number> {
  const env = { ...process.env, NODE_ENV: 'production' as const };
  return runCommand('vitest', ['bench', '--run', '--project', 'unit (bench)'], { env });
}

await installSystemTools(TOOLS);
if (!options.built) await build();
try {
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  await stopChildren();
}
