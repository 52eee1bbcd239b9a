import { expect, inject, it } from 'vitest';
import { buildImage } from '#scripts/image/build-image.ts';
import { askEngine, findEngine } from '#scripts/image/engine.ts';

const AGAIN = 'document-download-frontend:test-again';

it('the same source and arguments give the same layers', async () => {
  const engine = await findEngine();
  await buildImage(engine, { tag: AGAIN, isFromScratch: true });
  const layersOf = (tag: string) =>
    askEngine(engine, 'image', 'inspect', '--format={{json .RootFS.Layers}}', tag);
  expect(layersOf(AGAIN)).toBe(layersOf(inject('imageTag')));
  askEngine(engine, 'rmi', AGAIN);
});
