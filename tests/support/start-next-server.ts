import { findFreePort } from '#scripts/free-port.ts';
import { startApp, type App } from './start-app.ts';

/** Starts the same build with the server that Next itself puts into it, which we do not use. */
export async function startNextServer(environment: Readonly<Record<string, string>>): Promise<App> {
  const port = String(await findFreePort());
  const own = { HOSTNAME: '127.0.0.1', NEXT_TELEMETRY_DISABLED: '1' };
  return startApp({ ...environment, ...own, PORT: port }, ['node', '.next/standalone/server.js']);
}
