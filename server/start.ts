import cluster from 'node:cluster';
import { resolve } from 'node:path';
import { takeOverStandardStreams } from '#lib/observability/standard-streams.ts';
import { findStandalone } from './standalone.ts';

takeOverStandardStreams();
const standalone = findStandalone(resolve(import.meta.dirname, '../.next/standalone'));

if (standalone === null) {
  process.stderr.write('There is no build to start: run npm run build first.\n');
  process.exit(1);
}

if (cluster.isPrimary) {
  process.env = { ...standalone.version, ...process.env };
  const { runPrimary } = await import('./primary.ts');
  await runPrimary();
} else {
  const { runWorker } = await import('./worker.ts');
  await runWorker(standalone.serverFile);
}
