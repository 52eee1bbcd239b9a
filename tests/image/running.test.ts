import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readRevision } from '#scripts/image/build-image.ts';
import { findEngine, type Engine } from '#scripts/image/engine.ts';
import { hardenedOptions, startContainer, type Container } from '#scripts/image/run-container.ts';
import { visitEverything } from '#scripts/image/visit-everything.ts';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { eventually } from '#tests/support/eventually.ts';
import { findFreePort } from '#scripts/free-port.ts';

const tag = inject('imageTag');

let engine: Engine;
let sandbox: Sandbox;

beforeAll(async () => {
  engine = await findEngine();
  sandbox = await startSandbox({ slowMs: 0 });
});

afterAll(() => sandbox.close());

async function start(environment: Readonly<Record<string, string>> = {}): Promise<Container> {
  return startContainer(engine, await findFreePort(), {
    tag,
    environment: {
      NOTIFY_ENVIRONMENT: 'image-test',
      SECRET_KEY: 'a-secret-key-of-the-image-test-0123456789',
      DANGEROUS_SALT: 'salt',
      API_HOST_NAME: sandbox.url,
      ADMIN_CLIENT_SECRET: 'sandbox-admin-client-secret',
      DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
      HTTP_PROTOCOL: 'http',
      REDIS_ENABLED: 'false',
      SHUTDOWN_DELAY_SECONDS: '0',
      WEB_CONCURRENCY: '1',
      ...environment,
    },
  });
}

describe('a container of the image', () => {
  let container: Container;

  beforeAll(async () => {
    container = await start();
  });

  afterAll(() => container.remove());

  it('takes a citizen through every page', async () => {
    await visitEverything(container.url);
  });

  it('tells which commit it is', async () => {
    const response = await fetch(`${container.url}/_status`);
    expect(await response.json()).toMatchObject({
      status: 'ok',
      git_commit: readRevision().commit,
    });
  });

  it('is healthy by its own check, and not when nothing answers', async () => {
    await eventually(() => container.isHealthy(), 30_000);
    expect(() => container.ask('env', 'PORT=1', 'node', 'server/health-check.js')).toThrow();
  });

  it('writes JSON, one object a line, and no key', async () => {
    const { path, key } = samples.pdf;
    await fetch(container.url + path);
    await eventually(() => container.logs().includes('"path":"/d/'));
    const lines = container.logs().trim().split('\n');
    expect(lines.map((line) => typeof JSON.parse(line))).toEqual(lines.map(() => 'object'));
    expect(container.logs()).not.toContain(key);
  });

  it('runs as notify, with an init as its first process', () => {
    expect(container.ask('id', '--user', '--name')).toBe('notify');
    expect(container.ask('cat', '/proc/1/comm')).toBe('tini');
    expect(container.ask('sh', '-c', 'grep NoNewPrivs /proc/1/status')).toMatch(/1$/);
    expect(container.ask('sh', '-c', 'grep CapEff /proc/1/status')).toMatch(/0000000000000000$/);
  });

  it('takes in an orphan, and reaps it when it ends', async () => {
    const orphan = container.ask('sh', '-c', '(sleep 600 >/dev/null 2>&1 & echo $!)');
    const status = () => container.ask('sh', '-c', `cat /proc/${orphan}/status || true`);
    expect(status()).toMatch(/^PPid:\t1$/m);
    container.ask('sh', '-c', `kill ${orphan}`);
    await eventually(() => status() === '');
  });

  it('takes the compiled code of the image', () => {
    const output = container.ask(
      'sh',
      '-c',
      'NODE_DEBUG_NATIVE=COMPILE_CACHE node server/health-check.js 2>&1',
    );
    expect(output).toContain('was accepted');
    expect(output).not.toContain('was rejected');
  });

  it('ends in order when it is told to', () => {
    expect(container.stop()).toBe(0);
  });
});

describe('the commands of the image', () => {
  function run(options: readonly string[], ...command: string[]) {
    const args = ['run', '--rm', ...hardenedOptions(engine), ...options, tag, ...command];
    return spawnSync(engine.name, args, { encoding: 'utf8' });
  }

  it('web, the default, says what settings are missing', () => {
    for (const command of [[], ['web']]) {
      const { status, stdout, stderr } = run([], ...command);
      expect(status).toBe(1);
      expect(stdout + stderr).toMatch(/SECRET_KEY is missing/);
    }
  });

  it('web-local says that it needs the sources', () => {
    const { status, stderr } = run([], 'web-local');
    expect(status).toBe(64);
    expect(stderr).toContain('--target test');
  });

  it('anything else is run as given', () => {
    expect(run([], 'node', '--print', '6 * 7').stdout.trim()).toBe('42');
    expect(run([], 'sh', '-c', 'exit 3').status).toBe(3);
  });
});
