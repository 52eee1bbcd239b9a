import cluster from 'node:cluster';
import { resolve } from 'node:path';
import { takeOverStandardStreams } from '#lib/observability/standard-streams.ts';
import { readVersion } from './read-version.ts';

takeOverStandardStreams();
// The build bundles this file to `server/start.js` in the folder of the standalone server.
const folder = resolve(import.meta.dirname, '..');

if (cluster.isPrimary) {
  process.env = { ...readVersion(folder), ...process.env };
  const { runPrimary } = await import('./primary.ts');
  await runPrimary();
} else {
  const { runWorker } = await import('./worker.ts');
  await runWorker(folder);
}
