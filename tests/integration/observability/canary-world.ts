import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { sampleLinks } from '#sandbox/samples.ts';
import { createFreshSamples, type FreshSamples } from '#tests/support/fresh-samples.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import { startStandIn, type StandIn } from '#tests/support/stand-in.ts';
import { startWorld, type World } from '#tests/support/start-world.ts';
import { canary } from './canaries.ts';

const brokenCalendar = resolve(import.meta.dirname, '../../support/broken-calendar.ts');

/** A program full of secrets that would be known again, and everything that leaves it. */
export interface CanaryWorld extends World {
  /** What nobody but its owner may learn, by its name; what is made on the way is added. */
  readonly canaries: Map<string, string>;
  readonly secret: (name: string) => string;
  readonly fresh: FreshSamples;
  readonly redis: RedisServer;
  /** Stands in for Sentry and for a collector of traces. */
  readonly collector: StandIn;
  /** Every command that Redis got, as it got it. */
  readonly commands: readonly string[];
  readLogFile(): string;
}

/** Starts it with everything turned on that writes, counts or tells. */
export async function startCanaryWorld(): Promise<CanaryWorld> {
  const canaries = new Map<string, string>([
    ['SECRET_KEY', canary('secret key')],
    ['DANGEROUS_SALT', canary('salt')],
    ['ADMIN_CLIENT_SECRET', canary('client secret')],
    ['METRICS_TOKEN', canary('metrics token')],
    ['the password of Redis', canary('redis password')],
    ['a wrong address', `${canary('wrong address')}@example.gov.uk`],
    ['a mistyped address', `${canary('mistyped address')} at example.gov.uk`],
    ['the address of a member of staff', `${canary('staff address')}@example.gov.uk`],
    ['a token of a stranger', canary('bearer token')],
    ...sampleLinks.map(({ title, key }) => [`the key of: ${title}`, key] as const),
  ]);
  const secret = (name: string) => canaries.get(name) ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  const logFile = join(folder, 'application.log');
  const fresh = createFreshSamples({ askForEmail: true });
  const redis = await startRedisServer({ password: secret('the password of Redis') });
  const listener = await listenTo(redis);
  const collector = await startStandIn((response) => response.end('{}'));
  const ours = ['SECRET_KEY', 'DANGEROUS_SALT', 'ADMIN_CLIENT_SECRET', 'METRICS_TOKEN'];
  const world = await startWorld({
    sandbox: { ...fresh, adminClientSecret: secret('ADMIN_CLIENT_SECRET') },
    environment: {
      ...Object.fromEntries(ours.map((name) => [name, secret(name)])),
      REDIS_ENABLED: 'true',
      REDIS_URL: redis.url,
      NOTIFY_LOG_LEVEL: 'DEBUG',
      NOTIFY_REQUEST_LOG_LEVEL: 'DEBUG',
      NOTIFY_LOG_PATH: logFile,
      SENTRY_ENABLED: '1',
      SENTRY_DSN: `${collector.baseUrl.replace('//', '//key@')}/42`,
      SENTRY_ALLOW_PII: '1',
      SENTRY_TRACES_SAMPLE_RATE: '1',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.baseUrl,
      HTTP_SERVE_TIMEOUT_SECONDS: '2',
      NODE_OPTIONS: `--import=${brokenCalendar}`,
      WEB_CONCURRENCY: '1',
    },
  });
  return {
    ...world,
    ...{ canaries, secret, fresh, redis, collector, commands: listener.commands },
    readLogFile: () => readFileSync(logFile, 'utf8'),
    async stop() {
      await world.stop();
      listener.stop();
      await Promise.all([collector.close(), redis.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}

async function listenTo({ url }: RedisServer) {
  const commands: string[] = [];
  const client = new Redis(url);
  const monitor = await client.monitor();
  client.disconnect();
  monitor.on('monitor', (_time: unknown, args: unknown) => commands.push(JSON.stringify(args)));
  // It loses the server, which a journey kills, and finds it again.
  monitor.on('error', () => undefined);
  return { commands, stop: () => monitor.disconnect() };
}
