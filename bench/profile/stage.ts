import type { Sample } from './cpu-profile.ts';
import type { OriginalSources } from './original-sources.ts';

/** What the time of a request is spent on. */
export type Stage =
  (typeof STAGE_OF_SOURCE)[number][0] | typeof NODE | typeof GARBAGE | typeof IDLE;

/** By where the source of the time's owner is; the first line that fits decides. */
const STAGE_OF_SOURCE = [
  [
    'hooks, log, metrics',
    ['/lib/request/', '/lib/security/', '/lib/observability/', '/lib/process/'],
  ],
  ['server', ['/standalone/server/']],
  ['hooks, log, metrics', ['/node_modules/pino/', '/node_modules/prom-client/', '/sonic-boom/']],
  ['middleware, limiter', ['/middleware.ts', '/lib/checks/', '/lib/rate-limit/', '/lib/redis/']],
  ['middleware, limiter', ['/lib/outage/', '/ioredis/', '/rate-limiter-flexible/']],
  ['API calls', ['/lib/notify/', '/lib/cache/', '/node_modules/undici/', '/cockatiel/', '/zod/']],
  ['page', ['/react/', '/react-dom/', '/iron-session/']],
  ['Next', ['/node_modules/next/', '/.next/']],
  ['page', ['/app/', '/lib/']],
] as const;

const NODE = 'Node alone';
const GARBAGE = 'garbage collection';
const IDLE = 'idle';

/** What the engine calls work that belongs to no function. */
const STAGE_OF_ENGINE: ReadonlyMap<string, Stage> = new Map([
  ['(garbage collector)', GARBAGE],
  ['(idle)', IDLE],
]);

/** The share of each stage in the time of all samples, from the largest. */
export function sharesOfStages(
  samples: readonly Sample[],
  sources: OriginalSources,
): readonly (readonly [Stage, number])[] {
  const sums = new Map<Stage, number>();
  for (const sample of samples) {
    const stage = stageOf(sample, sources);
    if (stage !== IDLE) sums.set(stage, (sums.get(stage) ?? 0) + sample.durationUs);
  }
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0);
  return [...sums]
    .map(([stage, us]) => [stage, us / total] as const)
    .toSorted(([, one], [, other]) => other - one);
}

/** What Node does for somebody counts as theirs: the innermost source that has a stage decides. */
export function stageOf({ stack }: Sample, sources: OriginalSources): Stage {
  const engine = STAGE_OF_ENGINE.get(stack[0]?.functionName ?? '');
  if (engine !== undefined) return engine;
  for (const frame of stack) {
    const source = sources.sourceOf(frame);
    const found = STAGE_OF_SOURCE.find(([, parts]) => parts.some((part) => source.includes(part)));
    if (found !== undefined) return found[0];
  }
  return NODE;
}
