import { expect, it } from 'vitest';
import { buildImage } from '#scripts/image/build-image.ts';
import { askEngine, findEngine, type Engine } from '#scripts/image/engine.ts';

/** Both from nothing: kept steps of an earlier commit have the times of that commit. */
const TAGS = ['document-download-frontend:test-once', 'document-download-frontend:test-again'];

function layersOf(engine: Engine, tag: string): string[] {
  const format = '--format={{range .RootFS.Layers}}{{println .}}{{end}}';
  return askEngine(engine, 'image', 'inspect', format, tag).split('\n');
}

function compiledFiles(engine: Engine, tag: string): string {
  const list = 'find /home/vcap/compile-cache -type f | sort';
  return askEngine(engine, 'run', '--rm', ...engine.options, tag, 'sh', '-c', list);
}

it('the same source and arguments give the same layers, and compile the same code', async () => {
  const engine = await findEngine();
  for (const tag of TAGS) await buildImage(engine, { tag, isFromScratch: true });
  const [once = [], again = []] = TAGS.map((tag) => layersOf(engine, tag));
  expect(again).toHaveLength(once.length);
  // V8 salts the texts in compiled code with a random number of each process, against collisions that
  // somebody plans: this one layer has the same files, but never the same bytes.
  expect(again.filter((layer, index) => layer !== once[index])).toHaveLength(1);
  const [compiledOnce, compiledAgain] = TAGS.map((tag) => compiledFiles(engine, tag));
  expect(compiledAgain).toBe(compiledOnce);
  askEngine(engine, 'rmi', ...TAGS);
});
