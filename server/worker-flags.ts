import type { Config } from '#lib/config/read-config.ts';

/**
 * Where V8 makes new objects, in MB; it takes three times that in all. With more, which it would take on
 * a large machine, pages are no quicker, the slowest of them slower, and a worker is larger.
 */
const YOUNG_MB = 4;

/** How much V8 may take for objects, new and old. */
export function heapFlags({ WORKER_HEAP_MB }: Pick<Config, 'WORKER_HEAP_MB'>): string[] {
  return [`--max-semi-space-size=${YOUNG_MB}`, `--max-old-space-size=${WORKER_HEAP_MB}`];
}

/**
 * How V8 is to keep house in a worker. Left to itself it lets garbage lie in proportion to the memory
 * of the machine, as if there were only one process on it. What operators ask of Node goes before.
 * @param given the flags that Node was started with itself
 */
export function workerFlags(
  config: Pick<Config, 'WORKER_HEAP_MB' | 'NODE_OPTIONS'>,
  given: readonly string[],
): string[] {
  const ours = [
    ...heapFlags(config),
    // The compiler between the quick and the thorough one: its work takes 30 MB that never come back.
    '--no-maglev',
    // Else V8 guesses after a while that what requests make will last, and makes it where only a full
    // collection looks.
    '--no-allocation-site-pretenuring',
  ];
  const others = [...given, ...(config.NODE_OPTIONS ?? '').split(/\s+/)].map(nameOf);
  return [...given, ...ours.filter((flag) => !others.includes(nameOf(flag)))];
}

/** V8 takes underscores for hyphens, and a `no-` in front. */
function nameOf(flag: string): string {
  const [name = ''] = flag.split('=');
  return name.replaceAll('_', '-').replace(/^--(?:no-)?/, '');
}
