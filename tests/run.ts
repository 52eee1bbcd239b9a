import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runCommand } from '#scripts/run-command.ts';
import { installSystemTools, TEST_TOOLS } from './support/system-tools.ts';

/** How many checks or tests of a stage passed and failed. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  run(): Promise<Counts>;
}

const REPORTS = 'tmp/reports';

/** In this order, so that what is quick to fail fails first. */
const STAGES: readonly Stage[] = [
  check('assets', 'npm', ['run', '--silent', 'build:assets']),
  check('lint and formatting', 'npm', ['run', '--silent', 'lint']),
  check('types', 'npm', ['run', '--silent', 'typecheck']),
  vitest('unit'),
  check('build', 'npm', ['run', '--silent', 'build:all']),
  vitest('integration'),
  vitest('load'),
  playwright(),
];

/** A command that is one check: it passes or it fails. */
function check(name: string, command: string, args: readonly string[]): Stage {
  return {
    name,
    async run() {
      const code = await runCommand(command, args);
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

function vitest(project: string): Stage {
  const report = `${REPORTS}/${project}.json`;
  return {
    name: `${project} tests`,
    async run() {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const code = await runCommand('vitest', ['run', '--project', project, ...reporters]);
      const { numPassedTests, numTotalTests } = readReport(report);
      return countTests(numPassedTests, numTotalTests, code);
    },
  };
}

function playwright(): Stage {
  const report = `${REPORTS}/e2e.json`;
  return {
    name: 'end-to-end tests',
    async run() {
      const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
      const code = await runCommand('playwright', ['test', '--reporter=dot,json'], { env });
      const { stats } = readReport(report);
      const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
      return countTests(expected, expected + unexpected + flaky + skipped, code);
    },
  };
}

interface Report {
  readonly numPassedTests?: number;
  readonly numTotalTests?: number;
  readonly stats?: Readonly<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>;
}

function readReport(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return {};
  }
}

/** A test that did not run, or passed only at a second try, has failed; so has a runner that fell over. */
function countTests(passed = 0, total = 0, exitCode: number): Counts {
  const failed = total - passed;
  return { passed, failed: failed === 0 && (exitCode !== 0 || total === 0) ? 1 : failed };
}

async function runStages(): Promise<Counts> {
  let all: Counts = { passed: 0, failed: 0 };
  for (const stage of STAGES) {
    const { name } = stage;
    process.stdout.write(`\n── ${name}\n`);
    const startedAt = performance.now();
    const { passed, failed } = await stage.run();
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    process.stdout.write(`── ${name}: ${passed} passed, ${failed} failed (${seconds} s)\n`);
    all = { passed: all.passed + passed, failed: all.failed + failed };
  }
  return all;
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
await installSystemTools(TEST_TOOLS);
const { passed, failed } = await runStages();
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
