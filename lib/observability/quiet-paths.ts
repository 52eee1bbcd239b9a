/** Asked for every few seconds by machines: nobody wants to read of each time. */
const QUIET_PATHS = new Set(['/_status', '/metrics']);

export function isQuiet(path: string): boolean {
  return QUIET_PATHS.has(path);
}
