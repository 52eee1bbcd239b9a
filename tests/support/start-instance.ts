import type { Sandbox } from '#sandbox/start-sandbox.ts';
import { startApp, type App } from './start-app.ts';

export interface InstanceOptions {
  readonly sandbox: Sandbox;
  /** Redis is turned off without it. */
  readonly redisUrl?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts one of several instances of the built server, behind a proxy that names their visitors. */
export function startInstance(options: InstanceOptions): Promise<App> {
  const { sandbox, redisUrl, environment } = options;
  return startApp({
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    TRUSTED_PROXY_COUNT: '1',
    NOTIFY_REQUEST_LOG_LEVEL: 'ERROR',
    ...(redisUrl !== undefined && { REDIS_ENABLED: 'true', REDIS_URL: redisUrl }),
    ...environment,
  });
}
