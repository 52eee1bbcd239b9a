import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { installDebianPackages } from '../install-debian-packages.ts';

/** What builds images and runs them: `docker`, or `podman`, which is built on buildah. */
export interface Engine {
  readonly name: 'docker' | 'podman';
  /** Options that `build` and `run` need on this machine. */
  readonly options: readonly string[];
}

const ENGINES = ['docker', 'podman'] as const;

/** What Debian calls what builds and runs images, and makes a base where there is no registry. */
const DEBIAN_PACKAGES = ['podman', 'buildah', 'runc', 'debootstrap', 'ca-certificates'];

/**
 * Finds an engine that works; a command without its service is none.
 * @throws with the words that say what to install, where nothing is there and nothing may be installed
 */
export async function findEngine(): Promise<Engine> {
  const name = ENGINES.find(works) ?? (await installPodman());
  return { name, options: name === 'podman' ? podmanLimits() : [] };
}

function works(name: string): boolean {
  return spawnSync(name, ['info'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

async function installPodman(): Promise<'podman'> {
  await installDebianPackages(DEBIAN_PACKAGES);
  if (works('podman')) return 'podman';
  throw new Error('Images need docker, or podman (which brings buildah): neither works here.');
}

/** Podman asks for higher limits than root may have in a container or a virtual machine. */
function podmanLimits(): string[] {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  const hard = (name: string) =>
    Number(new RegExp(`^${name} +\\S+ +(\\d+)`, 'm').exec(limits)?.[1]);
  return [
    ['nofile', hard('Max open files'), 65_536] as const,
    ['nproc', hard('Max processes'), 4_096] as const,
  ].map(([name, limit, enough]) => {
    const most = Math.min(limit || enough, enough);
    return `--ulimit=${name}=${most}:${most}`;
  });
}

/** The output of a command of the engine, without white space at its ends. @throws when it fails */
export function askEngine({ name }: Engine, ...args: string[]): string {
  return execFileSync(name, args, { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 }).trim();
}
