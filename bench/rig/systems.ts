import { untilItAnswers } from '#scripts/until-it-answers.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { startChild, type Child, type Cores } from './child.ts';
import type { Store } from './store.ts';

/** A server that is measured. */
export interface Target extends Child {
  readonly url: string;
}

/** What an app needs besides itself. */
export interface Systems {
  /** The address of both APIs. */
  readonly apiUrl: string;
  readonly redisUrl: string;
}

/** More than any run can use up: what is measured is a page, and a refusal only where it is meant. */
const ENDLESS_QUOTA = '9999999/60';

/** Starts the sandbox and Redis. */
export async function startSystems(): Promise<Systems> {
  const [apiPort, redisPort] = [await findFreePort(), await findFreePort()];
  const redisOptions = ['--bind', '127.0.0.1', '--save', '', '--port', String(redisPort)];
  startChild([1], 'node', ['bench/rig/sandbox-process.ts', String(apiPort)]);
  startChild([1], 'redis-server', redisOptions);
  return {
    apiUrl: `http://127.0.0.1:${apiPort}`,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
  };
}

/** How an app is to run where that is not with one worker on the measured core. */
export interface AppOptions {
  readonly store?: Store;
  readonly workers?: number;
  readonly cores?: Cores;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the production build as operators do, and waits until it answers. */
export async function startApp(systems: Systems, options: AppOptions = {}): Promise<Target> {
  const { cores = [0], environment = {} } = options;
  const port = String(await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  const child = startChild(cores, 'node', ['.next/standalone/server/start.js'], {
    ...serverEnvironment(port),
    ...appEnvironment(systems, options),
    ...environment,
  });
  await untilItAnswers(`${url}/_status?simple=1`);
  return { ...child, url };
}

/** What every server of the bench is told of itself. */
export function serverEnvironment(port: string) {
  return { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port };
}

/** The settings of an app, wherever it runs. */
export function appEnvironment(
  systems: Systems,
  { store = 'redis', workers = 1 }: AppOptions,
): Readonly<Record<string, string>> {
  return {
    NOTIFY_ENVIRONMENT: 'test',
    WEB_CONCURRENCY: String(workers),
    SHUTDOWN_DELAY_SECONDS: '0',
    // Visitors then have the addresses that the load gives them.
    TRUSTED_PROXY_COUNT: '1',
    API_HOST_NAME: systems.apiUrl,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: systems.apiUrl,
    REDIS_ENABLED: String(store === 'redis'),
    REDIS_URL: systems.redisUrl,
    RATE_LIMIT_DOCUMENT_PAGES: ENDLESS_QUOTA,
    RATE_LIMIT_EMAIL_CONFIRMATIONS: ENDLESS_QUOTA,
    // Who is refused at the start is still refused at the end.
    RATE_LIMIT_UNKNOWN_LINKS: '30/86400',
  };
}
