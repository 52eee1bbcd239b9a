import { expect, it } from 'vitest';
import { buildImage } from '#scripts/image/build-image.ts';
import { askEngine, findEngine } from '#scripts/image/engine.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { untilItAnswers } from '#scripts/until-it-answers.ts';
import { eventually } from '#tests/support/eventually.ts';
import { launchApp } from '#tests/support/start-app.ts';

const TAG = 'document-download-frontend:test-sources';
const STARTS_WITHIN_MS = 120_000;

it('web-local of the stage "test" runs the development server on a sandbox', async () => {
  const engine = await findEngine();
  await buildImage(engine, { tag: TAG, target: 'test' });
  const port = await findFreePort();
  const options = ['--detach', '--network=host', `--env=PORT=${port}`, ...engine.options];
  const id = askEngine(engine, 'run', ...options, TAG, 'web-local');
  try {
    await untilItAnswers(`http://127.0.0.1:${port}/cookies`, STARTS_WITHIN_MS);
    const page = await fetch(`http://127.0.0.1:${port}/cookies`);
    expect(await page.text()).toContain('<h1');
  } finally {
    askEngine(engine, 'rm', '--force', id);
  }
});

it('npm run dev writes its log for people, and ends with all its processes when npm is told to', async () => {
  const dev = await launchApp({ NODE_ENV: '' }, ['npm', 'run', '--silent', 'dev:run']);
  try {
    await untilItAnswers(`${dev.url}/cookies`, STARTS_WITHIN_MS);
    // The hooks that log requests come with the first one.
    await fetch(`${dev.url}/cookies`);
    await eventually(() => /^\[[\d:.]+\] INFO: /m.test(dev.output()));
    expect(dev.output()).not.toContain('"message":');
  } finally {
    expect(await dev.stop()).toBe(0);
  }
});
