import cluster from 'node:cluster';
import { resolve } from 'node:path';
import { takeOverStandardStreams } from '#lib/observability/standard-streams.ts';
import { readStandalone } from './standalone.ts';

takeOverStandardStreams();
// The build bundles this file to `server/start.js` in the folder of the standalone server.
const standalone = readStandalone(resolve(import.meta.dirname, '..'));

if (cluster.isPrimary) {
  process.env = { ...standalone.version, ...process.env };
  const { runPrimary } = await import('./primary.ts');
  await runPrimary();
} else {
  const { runWorker } = await import('./worker.ts');
  await runWorker(standalone.serverFile);
}
