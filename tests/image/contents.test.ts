import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { readRevision } from '#scripts/image/build-image.ts';
import { askEngine, findEngine, type Engine } from '#scripts/image/engine.ts';
import { hardenedOptions } from '#scripts/image/run-container.ts';

const tag = inject('imageTag');
const MOST_MEGABYTES_ABOVE_BASE = 60;

let engine: Engine;

beforeAll(async () => {
  engine = await findEngine();
});

/** Runs a command in the image, as its user. */
function runIn(...command: string[]): string {
  return askEngine(engine, 'run', '--rm', ...hardenedOptions(engine), tag, ...command);
}

function shell(script: string): string {
  return runIn('sh', '-c', script);
}

/** As {@link shell}, where nothing but the owners and modes of files keeps them from being changed. */
function shellOnWritableFiles(script: string): string {
  const options = ['--rm', '--network=none', ...engine.options];
  return askEngine(engine, 'run', ...options, tag, 'sh', '-c', script);
}

function inspect(image: string, field: string): string {
  return askEngine(engine, 'image', 'inspect', `--format={{${field}}}`, image);
}

describe('the files of the image', () => {
  it(`are at most ${MOST_MEGABYTES_ABOVE_BASE} MB more than those of its base`, () => {
    const sizeOf = (image: string) => Number(inspect(image, '.Size')) / 1e6;
    const added = sizeOf(tag) - sizeOf(inject('baseTag'));
    console.log(`The image adds ${added.toFixed(1)} MB to its base.`);
    expect(added).toBeLessThan(MOST_MEGABYTES_ABOVE_BASE);
  });

  it.each([['/home/vcap/app'], ['/home/vcap/compile-cache']])('in %s are all of root', (folder) => {
    expect(shell(`find ${folder} ! -user root -o ! -group root`)).toBe('');
    expect(shellOnWritableFiles(`find ${folder} -writable ! -type l`)).toBe('');
    expect(Number(shell(`find ${folder} -type f | wc -l`))).toBeGreaterThan(100);
  });

  it('can be changed by its user nowhere but among logs and temporary files', () => {
    const writable = shellOnWritableFiles(
      'find / -xdev -writable ! -type l ! -path "/proc/*" 2>/dev/null || true',
    );
    const own = (path: string) => !/^\/(?:dev|tmp|var\/tmp|run\/lock)(?:\/|$)/.test(path);
    expect(writable.split('\n').filter(own)).toEqual(['/home/vcap/logs']);
  });

  it.each([
    ['/home/vcap/logs/a', 'is written'],
    ['/tmp/a', 'is written'],
    ['/home/vcap/app/a', 'is refused'],
    ['/home/vcap/app/server.js', 'is refused'],
    ['/home/vcap/compile-cache/a', 'is refused'],
    ['/home/vcap/a', 'is refused'],
    ['/var/tmp/a', 'is refused'],
    ['/etc/passwd', 'is refused'],
  ])('%s: a change %s', (path, result) => {
    const answer = shell(`(echo a >> ${path}) 2>/dev/null && echo is written || echo is refused`);
    expect(answer).toBe(result);
  });

  it.each(['npm', 'npx', 'yarn', 'corepack', 'tsc', 'gcc', 'curl'])('have no %s', (program) => {
    expect(shell(`command -v ${program} || echo none`)).toBe('none');
  });

  it('have no package of development', () => {
    const { devDependencies } = z
      .object({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const packages = installedPackages();
    const unwanted = [...Object.keys(devDependencies), 'sharp', 'caniuse-lite'];
    expect(packages).toContain('next');
    expect(packages.filter((name) => unwanted.includes(name))).toEqual([]);
  });
});

function installedPackages(): string[] {
  const paths = shell('cd node_modules && ls -d * @*/*').split('\n');
  return paths.filter((path) => !path.startsWith('@') || path.includes('/'));
}

describe('the bill of materials', () => {
  const bill = () =>
    z
      .object({
        bomFormat: z.literal('CycloneDX'),
        specVersion: z.string(),
        components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string() })),
      })
      .parse(JSON.parse(runIn('cat', 'sbom.cdx.json')));

  it('names every package that has files of its own', () => {
    const named = bill().components.map(({ name }) => name);
    expect(installedPackages().filter((name) => !named.includes(name))).toEqual([]);
  });

  it('names what is bundled, what is served, and Node, and no package of development', () => {
    const named = bill().components.map(({ name, version }) => `${name}@${version}`);
    const node = runIn('node', '--version').slice(1);
    expect(named).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^zod@/),
        expect.stringMatching(/^iron-session@/),
        expect.stringMatching(/^govuk-frontend@/),
        `node@${node}`,
      ]),
    );
    expect(named.join(' ')).not.toMatch(/vitest|typescript|sharp/);
  });
});

describe('the settings of the image', () => {
  it('name a user who is not root', () => {
    expect(inspect(tag, '.Config.User')).toBe('10001:10001');
    expect(shell('id --user --name')).toBe('notify');
  });

  it('tell the commit and its time', () => {
    const { commit, epochSeconds } = readRevision();
    const label = (name: string) =>
      inspect(tag, `index .Config.Labels "org.opencontainers.image.${name}"`);
    expect(label('revision')).toBe(commit);
    expect(label('created')).toBe(new Date(epochSeconds * 1000).toISOString());
    expect(label('title')).toBe('document-download-frontend');
  });

  it('hold no secret, and nothing of the machine that built it', () => {
    const environment = inspect(tag, 'json .Config.Env');
    const names = z.array(z.string()).parse(JSON.parse(environment));
    expect(names.map((entry) => entry.split('=')[0]).sort()).toEqual([
      'NODE_COMPILE_CACHE',
      'NODE_ENV',
      'NODE_VERSION',
      'PATH',
      'PORT',
    ]);
    expect(shell('ls -A /usr/local/etc /root 2>/dev/null | grep -c npmrc || true')).toBe('0');
  });
});
