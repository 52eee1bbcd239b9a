import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { runCommand } from '../run-command.ts';
import type { Engine } from './engine.ts';

/** The base that the Dockerfile names. */
export const BASE = 'node:24-bookworm-slim';

const lockedNode = z.object({
  packages: z.object({ 'node_modules/node': z.object({ version: z.string() }) }),
});

/**
 * The image to build on: the one of `IMAGE_BASE`, else {@link BASE}, else, on Debian as root and without a
 * registry, a stand-in made of packages with the Node of the lockfile.
 * @throws when there is none
 */
export async function findBase(engine: Engine): Promise<string> {
  const named = process.env['IMAGE_BASE'];
  if (named !== undefined && named !== '') return named;
  if (has(engine, BASE) || pulls(engine)) return BASE;
  const canMake = engine.name === 'podman' && process.getuid?.() === 0;
  if (!canMake) throw new Error(`${BASE} cannot be pulled: name another base in IMAGE_BASE.`);
  return makeBase(engine);
}

function has({ name }: Engine, image: string): boolean {
  return spawnSync(name, ['image', 'inspect', image], { stdio: 'ignore' }).status === 0;
}

function pulls({ name }: Engine): boolean {
  const options = { stdio: 'ignore', timeout: 300_000 } as const;
  return spawnSync(name, ['pull', `docker.io/library/${BASE}`], options).status === 0;
}

async function makeBase(engine: Engine): Promise<string> {
  const { packages } = lockedNode.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const { version } = packages['node_modules/node'];
  const tag = `localhost/node-stand-in:${version}`;
  if (has(engine, tag)) return tag;
  const code = await runCommand('bash', ['scripts/image/make-base.sh', tag, version]);
  if (code !== 0) throw new Error(`${BASE} cannot be pulled, and no stand-in could be made.`);
  return tag;
}
