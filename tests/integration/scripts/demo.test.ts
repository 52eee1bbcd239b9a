import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '#tests/support/eventually.ts';
import { launchApp, type App } from '#tests/support/start-app.ts';

let demo: App;

beforeAll(async () => {
  const command = ['npm', 'run', '--silent', 'demo:run', '--', '--built'] as const;
  demo = await launchApp({}, command);
  await eventually(() => demo.output().includes('Links to click'), 50_000);
});

afterAll(() => demo.stop());

it('prints links that work', async () => {
  const [link = ''] = /http:\S+\/d\/\S+/.exec(demo.output()) ?? [];
  expect((await fetch(link)).status).toBe(200);
});

it('prints the log for people', () => {
  expect(demo.output()).toMatch(/^\[[\d:.]+\] INFO: /m);
  expect(demo.output()).not.toContain('"message":');
});

it('ends with all its processes when npm is told to', async () => {
  demo.signal('SIGTERM');
  expect(await demo.ended).toBe(0);
});
