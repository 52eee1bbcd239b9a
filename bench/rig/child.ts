import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readProcessFigures, type ProcessFigures } from './process-figures.ts';

/** Numbers of processor cores: 0 is for what is measured, 1 for load, sandbox and Redis. */
export type Cores = readonly [0] | readonly [1] | readonly [0, 1];

/** A process of the bench that runs until it is stopped. */
export interface Child {
  readonly pid: number;
  figures(): ProcessFigures;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

const running = new Set<Child>();

/**
 * Starts a program on these cores. What it writes is thrown away, save for errors.
 * @throws where the system has no `taskset`
 */
export function startChild(
  cores: Cores,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const process_ = spawn('taskset', pin(cores, command, args), {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const { pid } = process_;
  if (pid === undefined) throw new Error('taskset is needed (Debian package util-linux)');
  const exited = once(process_, 'exit');
  const child = {
    pid,
    figures: () => readProcessFigures(pid),
    async stop() {
      running.delete(child);
      process_.kill('SIGTERM');
      await exited;
    },
  };
  running.add(child);
  return child;
}

/** Stops all that is still running. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map((child) => child.stop()));
}

/** The arguments of `taskset` that run a program on these cores only. */
export function pin(cores: Cores, command: string, args: readonly string[]): string[] {
  return ['--cpu-list', cores.join(','), command, ...args];
}
