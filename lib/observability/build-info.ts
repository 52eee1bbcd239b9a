import { Gauge, type Registry } from 'prom-client';

/** Says which build answers; its value is always 1, for joining it to others. */
export function createBuildInfo(registry: Registry, gitCommit: string): void {
  new Gauge({
    name: 'build_info',
    help: 'The build that runs',
    labelNames: ['git_commit'],
    registers: [registry],
    aggregator: 'max',
  }).set({ git_commit: gitCommit }, 1);
}
