import type { Config } from '#lib/config/read-config.ts';

/** What Next reads from the environment of a worker. */
export function workerEnvironment({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>) {
  return {
    // In a container this is the container's id, and Next would bind to it.
    HOSTNAME: HOST,
    PORT: String(PORT),
    // Leaves the signals to us.
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
