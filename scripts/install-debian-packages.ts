import { spawnSync } from 'node:child_process';
import { runCommand } from './run-command.ts';

const OPTIONS = ['-qq', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];

/** Installs packages of Debian where this may be done, which is as root on Debian; else does nothing. */
export async function installDebianPackages(packages: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    // Debian starts a server when it installs one; whoever wants it here starts it.
    RUNLEVEL: '1',
  };
  await runCommand('apt-get', ['-qq', 'update'], { env });
  await runCommand('apt-get', ['install', ...OPTIONS, ...packages], { env, stdio: 'ignore' });
}
