import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { untilItAnswers } from '#scripts/until-it-answers.ts';
import { findFreePort } from './free-port.ts';

/** The built production server, running for a test. */
export interface App {
  readonly url: string;
  readonly pid: number;
  /** Everything it has written so far, standard output and error together. */
  output(): string;
  /** Ends it by SIGTERM and resolves with its exit code; null when a signal ended it. */
  stop(): Promise<number | null>;
}

/** Starts the built server, on a free port unless one is given, and waits until it answers. */
export async function startApp(environment: Readonly<Record<string, string>> = {}): Promise<App> {
  const port = environment['PORT'] ?? String(await findFreePort());
  const child = spawn('node', ['server/start.ts'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      NOTIFY_ENVIRONMENT: 'test',
      HOST: '127.0.0.1',
      PORT: port,
      WEB_CONCURRENCY: '1',
      SHUTDOWN_DELAY_SECONDS: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([
    untilItAnswers(`${url}/_status?simple=1`),
    exited.then(() => Promise.reject(new Error(`the server did not start:\n${output}`))),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
}
