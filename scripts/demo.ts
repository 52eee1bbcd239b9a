import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { sampleLinks, type SampleLink, type SampleName } from '#sandbox/samples.ts';
import { startSandbox } from '#sandbox/start-sandbox.ts';
import { printLogs } from './pretty-logs.ts';
import { runCommand } from './run-command.ts';
import { untilItAnswers } from './until-it-answers.ts';

/** The links worth a click, in the order of the table. */
const SHOWN: readonly SampleName[] = [
  'pdf',
  'csv',
  'asks-for-email',
  'no-expiry',
  'expires-today',
  'expired',
  'deleted',
  'blocked',
  'wrong-key',
  'unknown-service',
  'email-contact',
  'phone-contact',
  'no-contact',
  'slow-service',
  'broken-service',
];

const { values } = parseArgs({ options: { built: { type: 'boolean', default: false } } });

/**
 * Builds, starts the sandbox and the production server on it, and ends both on Ctrl-C. With `--built`
 * it runs the build that is there.
 */
async function demo(): Promise<void> {
  const port = process.env['PORT'] ?? '7001';
  const url = `http://127.0.0.1:${port}`;
  if (!values.built) await build();

  const sandbox = await startSandbox({ port: 0, frontendUrl: url });
  const server = spawn('node', ['.next/standalone/server/start.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NOTIFY_ENVIRONMENT: 'development',
      HOST: '127.0.0.1',
      PORT: port,
      API_HOST_NAME: sandbox.url,
      DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
      REDIS_ENABLED: 'false',
      HTTP_PROTOCOL: 'http',
      NOTIFY_REQUEST_LOG_LEVEL: 'WARNING',
      SHUTDOWN_DELAY_SECONDS: '0',
    },
  });
  printLogs(server.stdout);
  const ended = once(server, 'exit');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => server.kill('SIGTERM'));
  }
  void untilItAnswers(`${url}/_status?simple=1`).then(
    () => process.stdout.write(linkTable(url)),
    () => server.kill('SIGTERM'),
  );
  const [code] = (await ended) as [number | null];
  await sandbox.close();
  process.exitCode = code ?? 1;
}

async function build(): Promise<void> {
  const code = await runCommand('npm', ['run', '--silent', 'build:all']);
  if (code !== 0) process.exit(code);
}

function linkTable(url: string): string {
  const rows = sampleLinks
    .filter(({ name }) => SHOWN.includes(name))
    .sort((one, other) => SHOWN.indexOf(one.name) - SHOWN.indexOf(other.name))
    .map((link) => `  ${describe(link)}\n    ${url}${link.path}\n`);
  return `\nLinks to click (Ctrl-C stops everything):\n\n${rows.join('')}\n`;
}

function describe({ title, emailAddress }: SampleLink): string {
  return emailAddress === null ? title : `${title} – the right one is ${emailAddress}`;
}

await demo();
