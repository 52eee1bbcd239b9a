import { startSandbox, type Sandbox, type SandboxOptions } from '#sandbox/start-sandbox.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { startApp, type App } from './start-app.ts';

export interface WorldOptions {
  /** Variables of the server beyond those that point it at its sandbox. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly sandbox?: SandboxOptions;
}

/** The built server, and the systems behind it. */
export interface World {
  readonly app: App;
  readonly sandbox: Sandbox;
  stop(): Promise<void>;
}

/** What is slow in the sandbox takes so long: enough to be told from the rest, and no longer. */
const SLOW_MS = 250;

/** Starts the built server on a sandbox of its own. */
export async function startWorld({ environment, sandbox: options }: WorldOptions): Promise<World> {
  const port = String(await findFreePort());
  const frontendUrl = `http://127.0.0.1:${port}`;
  const sandbox = await startSandbox({ frontendUrl, slowMs: SLOW_MS, ...options });
  try {
    const app = await startApp({
      PORT: port,
      API_HOST_NAME: sandbox.url,
      DOCUMENT_DOWNLOAD_API_HOST_NAME: options?.publicUrl ?? sandbox.url,
      DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL: sandbox.url,
      // So that tests can come from as many addresses as they like, as behind a load balancer.
      TRUSTED_PROXY_COUNT: '1',
      ...environment,
    });
    return { app, sandbox, stop: () => stopBoth(app, sandbox) };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

async function stopBoth(app: App, sandbox: Sandbox): Promise<void> {
  await app.stop();
  await sandbox.close();
}
