import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '#sandbox/start-sandbox.ts';
import { findFreePort } from '../free-port.ts';
import { untilItAnswers } from '../until-it-answers.ts';
import { visitEverything } from './visit-everything.ts';

/** The user `notify` of the image. Node keeps what it compiles for each user apart. */
const IMAGE_USER = 10_001;

/** Enough for V8 to have compiled what pages need, so that it is in the cache. */
const ROUNDS = 3;

/**
 * Runs the packed program once, on a sandbox, so that Node writes down what V8 compiled; then nobody may
 * write there any more. What ships has thus been parsed, run and looked at.
 * @throws when the program does not start, answers wrongly, or does not end well
 */
export async function fillCompileCache(app: string, cache: string): Promise<void> {
  mkdirSync(cache);
  chownSync(cache, IMAGE_USER, IMAGE_USER);
  const sandbox = await startSandbox({ slowMs: 0 });
  const port = await findFreePort();
  const environment = {
    NODE_COMPILE_CACHE: cache,
    PORT: String(port),
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    // One visitor opens all that the sandbox has, over and over.
    RATE_LIMIT_DOCUMENT_PAGES: '10000/60',
    RATE_LIMIT_UNKNOWN_LINKS: '10000/60',
  };
  const server = run('server/start.js', app, environment);
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilItAnswers(`${url}/_status?simple=1`);
    for (let round = 0; round < ROUNDS; round += 1) await visitEverything(url);
    await expectSuccess(run('server/health-check.js', app, environment));
  } finally {
    server.kill('SIGTERM');
    await sandbox.close();
  }
  await expectSuccess(server);
  sealFolder(cache);
}

function run(file: string, cwd: string, environment: Readonly<Record<string, string>>) {
  return spawn('node', [file], {
    cwd,
    uid: IMAGE_USER,
    gid: IMAGE_USER,
    stdio: 'inherit',
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      NOTIFY_ENVIRONMENT: 'test',
      NOTIFY_REQUEST_LOG_LEVEL: 'ERROR',
      HOST: '127.0.0.1',
      WEB_CONCURRENCY: '1',
      SHUTDOWN_DELAY_SECONDS: '0',
      ...environment,
    },
  });
}

async function expectSuccess(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) await once(child, 'exit');
  const { exitCode, signalCode } = child;
  if (exitCode !== 0) {
    throw new Error(`the packed program ended with ${String(exitCode ?? signalCode)}`);
  }
}

function sealFolder(folder: string): void {
  for (const entry of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    const path = join(folder, entry);
    chownSync(path, 0, 0);
    chmodSync(path, path.endsWith('.cache') ? 0o444 : 0o555);
  }
}
