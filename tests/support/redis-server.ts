import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findFreePort } from '#scripts/free-port.ts';

/** A real `redis-server` on a port of 127.0.0.1. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Sends one command, for arranging and looking: `ask('keys', '*')`. It may come twice. */
  ask(command: string, ...args: string[]): Promise<unknown>;
  /** Freezes it: its connections stay open and nothing is answered. */
  pause(): void;
  resume(): void;
  /** Ends it at once, without a word to its clients. */
  kill(): Promise<void>;
  /** Starts it again on the same port, without its data. */
  restart(): Promise<void>;
  /** Ends it and removes what it wrote. */
  stop(): Promise<void>;
}

export interface RedisServerOptions {
  readonly password?: string;
  /** Files of the server's certificate, its key and the authority: it then speaks TLS only. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca: string };
  /** More lines of its configuration. */
  readonly lines?: readonly string[];
  /** Runs it as a sentinel. */
  readonly isSentinel?: boolean;
}

type Access = ReturnType<typeof accessOptions>;

const UP_WITHIN_MS = 60_000;

/** Starts a server that keeps nothing on disk, and waits until it answers. */
export async function startRedisServer(options: RedisServerOptions = {}): Promise<RedisServer> {
  const port = await findFreePort();
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const file = join(folder, 'redis.conf');
  await writeFile(file, configuration(port, folder, options));
  const access = accessOptions(port, options);
  const clearUp = () => rm(folder, { recursive: true });
  let child = await launch(file, options, access).catch(async (error: unknown) => {
    await clearUp();
    throw error;
  });

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  return {
    port,
    url: `${options.tls ? 'rediss' : 'redis'}://${credentials(options)}127.0.0.1:${port}`,
    ask: (command, ...args) => ask(access, command, args),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill,
    async restart() {
      child = await launch(file, options, access);
    },
    async stop() {
      await kill();
      await clearUp();
    },
  };
}

function configuration(port: number, folder: string, options: RedisServerOptions): string {
  const { password, tls, lines = [] } = options;
  return [
    'bind 127.0.0.1',
    `dir ${folder}`,
    ...(options.isSentinel === true
      ? []
      : ['save ""', 'appendonly no', 'repl-diskless-sync-delay 0']),
    ...(password === undefined ? [] : [`requirepass ${password}`]),
    ...(tls === undefined ? [`port ${port}`] : tlsLines(port, tls)),
    ...lines,
    '',
  ].join('\n');
}

function tlsLines(port: number, { cert, key, ca }: NonNullable<RedisServerOptions['tls']>) {
  return [
    'port 0',
    `tls-port ${port}`,
    `tls-cert-file ${cert}`,
    `tls-key-file ${key}`,
    `tls-ca-cert-file ${ca}`,
    'tls-auth-clients no',
  ];
}

function credentials({ password }: RedisServerOptions): string {
  return password === undefined ? '' : `:${encodeURIComponent(password)}@`;
}

function accessOptions(port: number, { password, tls }: RedisServerOptions) {
  return {
    host: '127.0.0.1',
    port,
    ...(password !== undefined && { password }),
    ...(tls && { tls: { rejectUnauthorized: false } }),
    enableReadyCheck: false,
    retryStrategy: () => null,
  };
}

async function launch(
  file: string,
  { isSentinel = false }: RedisServerOptions,
  access: Access,
): Promise<ChildProcess> {
  const child = spawn('redis-server', [file, ...(isSentinel ? ['--sentinel'] : [])]);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exited = once(child, 'exit').then(() => {
    throw new Error(`redis-server did not start:\n${output}`);
  });
  try {
    await Promise.race([untilItAnswers(access), exited]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return child;
}

async function untilItAnswers(access: Access): Promise<void> {
  const giveUpAtMs = performance.now() + UP_WITHIN_MS;
  while (
    !(await ask(access, 'ping', []).then(
      () => true,
      () => false,
    ))
  ) {
    if (performance.now() > giveUpAtMs) throw new Error('redis-server does not answer');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A replica that is made a primary closes all connections, of those too who have just asked. */
const TRIES = 3;

async function ask(access: Access, command: string, args: string[], tries = TRIES) {
  try {
    return await askOnce(access, command, args);
  } catch (error) {
    if (tries === 1 || !String(error).includes('Connection is closed')) throw error;
    return ask(access, command, args, tries - 1);
  }
}

async function askOnce(access: Access, command: string, args: string[]): Promise<unknown> {
  const client = new Redis(access);
  client.on('error', () => undefined);
  try {
    return await client.call(command, ...args);
  } finally {
    client.disconnect();
  }
}
