import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from '../run-command.ts';
import type { Engine } from './engine.ts';
import { BASE, findBase } from './find-base.ts';

export interface ImageOptions {
  readonly tag: string;
  /** A stage of the Dockerfile; by default the last one, for production. */
  readonly target?: string;
  /** Takes no step from an earlier build. */
  readonly isFromScratch?: boolean;
}

/** The commit that is checked out. */
export interface Revision {
  readonly commit: string;
  readonly epochSeconds: number;
}

export function readRevision(): Revision {
  const output = execFileSync('git', ['log', '-1', '--format=%H %ct'], { encoding: 'utf8' });
  const [commit = '', epochSeconds] = output.trim().split(' ');
  return { commit, epochSeconds: Number(epochSeconds) };
}

/**
 * Builds the image. All times in it are that of the commit, so the same commit gives the same image.
 * @throws when the build fails
 */
export async function buildImage(engine: Engine, options: ImageOptions): Promise<void> {
  const { commit, epochSeconds } = readRevision();
  const base = await findBase(engine);
  const { tag, target = 'production', isFromScratch = false } = options;
  const code = await runCommand(engine.name, [
    'build',
    `--tag=${tag}`,
    `--target=${target}`,
    `--build-arg=GIT_COMMIT=${commit}`,
    `--build-arg=BUILD_TIME=${new Date(epochSeconds * 1000).toISOString()}`,
    ...(base === BASE ? [] : [`--build-context=${BASE}=docker-image://${base}`]),
    ...(isFromScratch ? ['--no-cache'] : []),
    ...timeOptions(engine, epochSeconds),
    ...engine.options,
    ...(engine.name === 'podman' ? ['--network=host', ...npmSettings()] : []),
    '.',
  ]);
  if (code !== 0) throw new Error(`${engine.name} build failed`);
}

function timeOptions({ name }: Engine, epochSeconds: number): string[] {
  if (name === 'podman') return ['--format=docker', '--layers', `--timestamp=${epochSeconds}`];
  return [
    '--provenance=false',
    '--output=type=docker,rewrite-timestamp=true',
    `--build-arg=SOURCE_DATE_EPOCH=${epochSeconds}`,
  ];
}

/** This machine's registry and certificate authority, for the time of the build alone. */
function npmSettings(): string[] {
  const setting = (name: string) =>
    execFileSync('npm', ['config', 'get', name], { encoding: 'utf8', stdio: 'pipe' }).trim();
  const authority = process.env['NODE_EXTRA_CA_CERTS'] ?? setting('cafile');
  if (authority === 'null') return [];
  const folder = resolve('tmp/image-build');
  mkdirSync(folder, { recursive: true });
  copyFileSync(authority, `${folder}/authority.crt`);
  const lines = [`registry=${setting('registry')}`, 'cafile=/usr/local/etc/authority.crt', ''];
  writeFileSync(`${folder}/npmrc`, lines.join('\n'));
  return [`--volume=${folder}:/usr/local/etc:ro`];
}
