import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const FILE = ['--file', 'deploy/compose.yaml'];
const TRY_OUT = [...FILE, '--env-file', 'deploy/try-out.env', '--profile', 'sandbox'];

/** Docker's plugin where it is there, else the program that was there before it. */
function compose(...args: string[]) {
  const hasPlugin = spawnSync('docker', ['compose', 'version']).status === 0;
  const [command, first] = hasPlugin ? ['docker', ['compose']] : ['docker-compose', []];
  return spawnSync(command, [...first, ...args], { encoding: 'utf8' });
}

it('Compose takes deploy/compose.yaml with the settings of a try-out', () => {
  const { status, stdout, stderr } = compose(...TRY_OUT, 'config', '--services');
  expect(status, stderr).toBe(0);
  expect(stdout.trim().split('\n').toSorted()).toEqual([
    'frontend-1',
    'frontend-2',
    'grafana',
    'nginx',
    'prometheus',
    'redis',
    'sandbox',
  ]);
});

it('Compose starts nothing without settings, and says which one is missing', () => {
  const { status, stderr } = compose(...FILE, 'config');
  expect(status).not.toBe(0);
  expect(stderr).toContain('NOTIFY_ENVIRONMENT');
});
