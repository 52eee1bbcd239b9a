import { expect, it } from 'vitest';
import { buildImage } from '#scripts/image/build-image.ts';
import { askEngine, findEngine } from '#scripts/image/engine.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { untilItAnswers } from '#scripts/until-it-answers.ts';

const TAG = 'document-download-frontend:test-sources';

it('web-local of the stage "test" runs the development server on a sandbox', async () => {
  const engine = await findEngine();
  await buildImage(engine, { tag: TAG, target: 'test' });
  const port = await findFreePort();
  const options = ['--detach', '--network=host', `--env=PORT=${port}`, ...engine.options];
  const id = askEngine(engine, 'run', ...options, TAG, 'web-local');
  try {
    await untilItAnswers(`http://127.0.0.1:${port}/cookies`, 120_000);
    const page = await fetch(`http://127.0.0.1:${port}/cookies`);
    expect(await page.text()).toContain('<h1');
  } finally {
    askEngine(engine, 'rm', '--force', id);
  }
});
