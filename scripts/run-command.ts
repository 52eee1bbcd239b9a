import { spawn, type SpawnOptions } from 'node:child_process';

/**
 * Runs a program to its end and resolves with its exit code. Programs of packages are found as npm
 * scripts find them. When this process is told to end (SIGTERM), the program ends first.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const end = () => {
    child.once('exit', () => process.kill(process.pid, 'SIGTERM'));
    child.kill('SIGTERM');
  };
  process.once('SIGTERM', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', end);
      resolve(signal === null ? (code ?? 1) : 1);
    });
  });
}
