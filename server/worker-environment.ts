/** Variables of the C library (mallopt(3)). */
const OURS = {
  // One more place to take memory from than there is anyhow: V8's threads would each have their own.
  MALLOC_ARENA_MAX: '2',
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
