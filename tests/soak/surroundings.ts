import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { createFreshSamples, type FreshSample } from '#tests/support/fresh-samples.ts';
import { startRedisServer } from '#tests/support/redis-server.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import { startTcpFaultProxy, type TcpFaultProxy } from '#tests/support/tcp-fault-proxy.ts';

/** The production build and all that is around it. */
export interface Surroundings {
  readonly app: App;
  readonly sandbox: Sandbox;
  /** Stands before Redis. */
  readonly redisProxy: TcpFaultProxy;
  /** Documents that ask for an e-mail address, each of a service of its own. */
  readonly documents: readonly FreshSample[];
  stop(): Promise<void>;
}

const WORKERS = 2;
/** So many that document-download-api's limit on attempts stops none of their readers. */
const DOCUMENTS = 500;

export async function startSurroundings(): Promise<Surroundings> {
  const fresh = createFreshSamples({ askForEmail: true, count: DOCUMENTS });
  const sandbox = await startSandbox(fresh);
  const redis = await startRedisServer();
  const redisProxy = await startTcpFaultProxy(redis.port);
  const app = await startInstance({
    sandbox,
    redisUrl: `redis://127.0.0.1:${redisProxy.port}`,
    environment: { WEB_CONCURRENCY: String(WORKERS), NOTIFY_REQUEST_LOG_LEVEL: 'WARNING' },
  });
  return {
    app,
    sandbox,
    redisProxy,
    documents: Array.from({ length: DOCUMENTS }, () => fresh.next()),
    async stop() {
      await app.stop();
      await Promise.all([redisProxy.stop(), redis.stop(), sandbox.close()]);
    },
  };
}
