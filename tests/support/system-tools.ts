import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { installDebianPackages } from '#scripts/install-debian-packages.ts';

/** A program of the system, and the Debian package that holds it. */
export interface SystemTool {
  readonly command: string;
  /** What serves as well, if more slowly, where it cannot be installed. */
  readonly alternative?: string;
  readonly debianPackage: string;
}

/** For `npm test`. */
export const TEST_TOOLS: readonly SystemTool[] = [
  {
    command: 'chromium-headless-shell',
    alternative: 'chromium',
    debianPackage: 'chromium-headless-shell',
  },
  { command: 'haproxy', debianPackage: 'haproxy' },
  { command: 'nginx', debianPackage: 'nginx-light' },
  { command: 'prometheus', debianPackage: 'prometheus' },
  { command: 'redis-server', debianPackage: 'redis-server' },
];

/** For `npm run test:image`, besides what builds images. */
export const IMAGE_TEST_TOOLS: readonly SystemTool[] = [
  { command: 'docker-compose', debianPackage: 'docker-compose' },
  { command: 'kubectl', debianPackage: 'kubernetes-client' },
];

/** The path, and where Debian keeps servers, which is not on every user's, and Docker its plugins. */
const FOLDERS = [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/libexec/docker/cli-plugins',
];

const isOnPath = (command: string) => FOLDERS.some((folder) => existsSync(`${folder}/${command}`));

const isThere = ({ command, alternative = command }: SystemTool) =>
  isOnPath(command) || isOnPath(alternative);

/**
 * Installs the programs that are missing, where this may be done, and starts none of them.
 * @throws with the words that say what to install, where it may not
 */
export async function installSystemTools(tools: readonly SystemTool[]): Promise<void> {
  const missing = tools.filter(({ command }) => !isOnPath(command));
  if (missing.length === 0) return;
  const packages = missing.map(({ debianPackage }) => debianPackage);
  await installDebianPackages(packages);
  const stillMissing = missing.filter((tool) => !isThere(tool));
  if (stillMissing.length === 0) return;
  const commands = stillMissing.map(({ command }) => command).join(', ');
  throw new Error(
    `This needs ${commands}. On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
  );
}
