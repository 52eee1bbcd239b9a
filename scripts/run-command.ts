import { spawn, type SpawnOptions } from 'node:child_process';

/**
 * Runs a program to its end and resolves with its exit code. Programs of packages are found as npm
 * scripts find them.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}
