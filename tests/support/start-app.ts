import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { untilItAnswers } from '#scripts/until-it-answers.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { childrenOf } from './linux-processes.ts';

/** The built production server, running for a test. */
export interface App {
  readonly url: string;
  readonly port: number;
  /** Of the process that keeps the workers running. */
  readonly pid: number;
  /** Resolves with its exit code, null when a signal ended it, once all its processes are gone. */
  readonly ended: Promise<number | null>;
  /** Everything it has written so far, standard output and error together. */
  output(): string;
  /** The process ids of its workers. */
  workers(): readonly number[];
  signal(name: NodeJS.Signals): void;
  /** Ends it by SIGTERM and resolves with its exit code; null when a signal ended it. */
  stop(): Promise<number | null>;
}

type Environment = Readonly<Record<string, string>>;
type Command = readonly [string, ...string[]];

/**
 * Starts the built server, by default on a free port, and waits until it answers; `command` is another
 * way to start it.
 * @throws with what it has written, where it ends instead
 */
export async function startApp(environment: Environment = {}, command?: Command): Promise<App> {
  const app = await launchApp(environment, command);
  await Promise.race([
    untilItAnswers(`${app.url}/_status?simple=1`),
    app.ended.then(() => Promise.reject(new Error(`the server did not start:\n${app.output()}`))),
  ]);
  return app;
}

/** Starts the built server and does not wait for anything; `command` is another way to start it. */
export async function launchApp(
  environment: Environment = {},
  command: Command = ['node', '.next/standalone/server/start.js'],
): Promise<App> {
  const port = Number(environment['PORT'] ?? (await findFreePort()));
  const [program, ...args] = command;
  const child = spawn(program, args, {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      NOTIFY_ENVIRONMENT: 'test',
      HOST: '127.0.0.1',
      PORT: String(port),
      WEB_CONCURRENCY: '1',
      SHUTDOWN_DELAY_SECONDS: '0',
      // So that every answer is what it is on a busy machine too.
      EVENT_LOOP_LAG_LIMIT_MS: '60000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  // The workers write to the same pipes, so these close when the last process is gone.
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const pid = child.pid ?? 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid,
    ended,
    output: () => output,
    workers: () => childrenOf(pid),
    signal: (name) => void child.kill(name),
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
