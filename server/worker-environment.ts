/** Variables of the C library (mallopt(3)). */
const OURS = {
  // One place to take memory from: else V8's threads have one each, and what is free in one serves no other.
  MALLOC_ARENA_MAX: '1',
  // What is free goes back to the system from so many bytes on; else the library keeps megabytes.
  MALLOC_TRIM_THRESHOLD_: '65536',
};

/**
 * How the C library is to keep house in a worker, beside what is in the environment already. V8 compiles
 * in several threads, and what that has taken would stay with the process.
 */
export function workerEnvironment(
  given: Readonly<NodeJS.Dict<string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(OURS).filter(([name]) => given[name] === undefined));
}
