import { expect, inject, it } from 'vitest';
import { buildImage } from '#scripts/image/build-image.ts';
import { askEngine, findEngine, type Engine } from '#scripts/image/engine.ts';

const AGAIN = 'document-download-frontend:test-again';

function layersOf(engine: Engine, tag: string): string[] {
  const layers = askEngine(
    engine,
    'image',
    'inspect',
    '--format={{join .RootFS.Layers "\\n"}}',
    tag,
  );
  return layers.split('\n');
}

function compiledFiles(engine: Engine, tag: string): string {
  const list = 'find /home/vcap/compile-cache -type f | sort';
  return askEngine(engine, 'run', '--rm', ...engine.options, tag, 'sh', '-c', list);
}

it('the same source and arguments give the same layers, and compile the same code', async () => {
  const engine = await findEngine();
  await buildImage(engine, { tag: AGAIN, isFromScratch: true });
  const before = layersOf(engine, inject('imageTag'));
  const again = layersOf(engine, AGAIN);
  expect(again).toHaveLength(before.length);
  // V8 salts the texts in compiled code with a random number of each process, against collisions that
  // somebody plans: this one layer has the same files, but never the same bytes.
  expect(again.filter((layer, index) => layer !== before[index])).toHaveLength(1);
  expect(compiledFiles(engine, AGAIN)).toBe(compiledFiles(engine, inject('imageTag')));
  askEngine(engine, 'rmi', AGAIN);
});
