import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { runCommand } from '#scripts/run-command.ts';

/** A program of the system, and the Debian package that holds it. */
export interface SystemTool {
  readonly command: string;
  /** What serves as well where it is there already. */
  readonly alternative?: string;
  readonly debianPackage: string;
}

/** What the tests use. */
export const TEST_TOOLS: readonly SystemTool[] = [
  {
    command: 'chromium-headless-shell',
    alternative: 'chromium',
    debianPackage: 'chromium-headless-shell',
  },
  { command: 'haproxy', debianPackage: 'haproxy' },
  { command: 'prometheus', debianPackage: 'prometheus' },
  { command: 'redis-server', debianPackage: 'redis-server' },
];

/** Where Debian keeps servers, which is not on every user's path. */
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

const isOnPath = (command: string) => FOLDERS.some((folder) => existsSync(`${folder}/${command}`));

const isThere = ({ command, alternative = command }: SystemTool) =>
  isOnPath(command) || isOnPath(alternative);

/**
 * Installs the programs that are missing, where this may be done, and starts none of them.
 * @throws with the words that say what to install, where it may not
 */
export async function installSystemTools(tools: readonly SystemTool[]): Promise<void> {
  const missing = tools.filter((tool) => !isThere(tool));
  if (missing.length === 0) return;
  const packages = missing.map(({ debianPackage }) => debianPackage);
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) await install(packages);
  const stillMissing = missing.filter((tool) => !isThere(tool));
  if (stillMissing.length === 0) return;
  const commands = stillMissing.map(({ command }) => command).join(', ');
  throw new Error(
    `This needs ${commands}. On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
  );
}

async function install(packages: readonly string[]): Promise<void> {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    // Debian starts a server when it installs one; the tests start their own.
    RUNLEVEL: '1',
  };
  await runCommand('apt-get', ['-qq', 'update'], { env });
  const options = ['-qq', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  await runCommand('apt-get', ['install', ...options, ...packages], { env, stdio: 'ignore' });
}
