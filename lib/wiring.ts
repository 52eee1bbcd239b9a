import { randomUUID } from 'node:crypto';
import { CACHE_SETTINGS } from '#lib/cache/cache-settings.ts';
import { redisStore } from '#lib/cache/redis-store.ts';
import { createServiceCache } from '#lib/cache/service-cache.ts';
import type { FindService } from '#lib/cache/service-source.ts';
import { config } from '#lib/config/config.ts';
import { documentsApiUrl } from '#lib/config/documents-api-url.ts';
import { fileHost, pageHosts } from '#lib/config/public-hosts.ts';
import type { Config } from '#lib/config/read-config.ts';
import { createDocumentDownloadApi } from '#lib/notify/document-download-api.ts';
import { createNotifyApi } from '#lib/notify/notify-api.ts';
import { loggers } from '#lib/observability/logger.ts';
import { metrics } from '#lib/observability/metrics.ts';
import { registry } from '#lib/observability/registry.ts';
import { apiEvents, outageEvents } from '#lib/observability/system-events.ts';
import { beforeExit } from '#lib/process/closing.ts';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { machinePoints } from '#lib/rate-limit/machine-points.ts';
import type { PointStore } from '#lib/rate-limit/points.ts';
import { applyQuotas, POLICY_NAMES, policyVariable } from '#lib/rate-limit/policies.ts';
import { createRateLimiter } from '#lib/rate-limit/rate-limiter.ts';
import { redisPoints } from '#lib/rate-limit/redis-points.ts';
import { connectRedis, type RedisConnection } from '#lib/redis/connect-redis.ts';
import { parseRedisSettings } from '#lib/redis/redis-settings.ts';
import { parseAddressRanges } from '#lib/security/address-ranges.ts';
import { Secret } from '#lib/secret/secret.ts';
import { createConfirmations } from '#lib/session/confirmations.ts';
import { createFormTokens } from '#lib/session/form-tokens.ts';
import { createSeals, type Seals } from '#lib/session/seals.ts';
import { createAudit } from '#lib/staff/audit.ts';
import { machineMarks } from '#lib/staff/machine-marks.ts';
import { redisMarks } from '#lib/staff/staff-marks.ts';
import { createStaffSessions } from '#lib/staff/staff-sessions.ts';

/** Everything that there is one of in a process. */
export type Wiring = ReturnType<typeof wire>;

/** The clients and stores of this process, made at the first call. */
export function wiring(): Wiring {
  return oncePerProcess('wiring', wire);
}

function wire() {
  const settings = config();
  const redis = wireRedis(settings);
  const points = redis ? redisPoints(redis) : machinePoints(outageEvents('The primary process'));
  const seals = createSeals(settings.SECRET_KEY);
  return {
    redis,
    /** Settles once it is known whether limits can be shared. */
    firstProbe: points.firstProbe,
    /** Where links of ours lead, to pages and to files. */
    ourHosts: [...pageHosts(settings), fileHost(settings)],
    ...wireServices(settings, redis),
    documents: wireDocuments(settings),
    rateLimiter: wireRateLimiter(settings, points),
    exemptAddresses: parseAddressRanges(settings.RATE_LIMIT_EXEMPT_CIDRS ?? []),
    confirmations: createConfirmations(seals, settings.HTTP_PROTOCOL === 'https'),
    formTokens: createFormTokens(seals),
    ...wireStaff(settings, redis, seals),
  };
}

function wireRedis({ REDIS_ENABLED, REDIS_URL, ...others }: Config): RedisConnection | null {
  if (!REDIS_ENABLED || REDIS_URL === undefined) return null;
  const redisSettings = parseRedisSettings({ ...others, REDIS_URL });
  return closedAtExit(connectRedis(redisSettings, outageEvents('Redis', metrics().redis)));
}

function wireDocuments(settings: Config) {
  const baseUrl = documentsApiUrl(settings);
  return closedAtExit(createDocumentDownloadApi({ baseUrl }, apiEvents()));
}

function wireServices(settings: Config, redis: RedisConnection | null) {
  const access = {
    baseUrl: settings.API_HOST_NAME,
    userName: settings.ADMIN_CLIENT_USER_NAME,
    secret: settings.ADMIN_CLIENT_SECRET,
  };
  const deadlineMs = settings.HTTP_SERVE_TIMEOUT_SECONDS * 1000;
  const notify = closedAtExit(createNotifyApi(access, apiEvents()));
  const askService: FindService = (id, context) => notify.getService(id, context);
  return {
    /** For those who want to know how things are just now. */
    askService,
    /** For pages, which need not be newer than a minute and must not fail with Notify API. */
    getService: createServiceCache({
      load: askService,
      shared: redis && redisStore(redis),
      // A fetch that outlives all who wait for it would only be late to tell that Notify API stalls.
      settings: { fetchTimeoutMs: Math.min(CACHE_SETTINGS.fetchTimeoutMs, deadlineMs) },
      onLookup: metrics().pages.lookedUp,
    }),
  };
}

function wireRateLimiter(settings: Config, shared: PointStore) {
  const quotas = POLICY_NAMES.map((name) => [name, settings[policyVariable(name)]] as const);
  const [newestKey] = settings.SECRET_KEY;
  if (newestKey === undefined) throw new Error('SECRET_KEY holds no key');
  return createRateLimiter({
    policies: applyQuotas(Object.fromEntries(quotas)),
    secret: newestKey,
    shared,
    onDecision: metrics().pages.limited,
  });
}

function wireStaff(settings: Config, redis: RedisConnection | null, seals: Seals) {
  const { SECRET_KEY, DANGEROUS_SALT, HTTP_PROTOCOL } = settings;
  const staffSessions = createStaffSessions({
    seals,
    marks: redis ? redisMarks(redis) : machineMarks(),
    keys: { keys: SECRET_KEY, salt: DANGEROUS_SALT },
    isSecure: HTTP_PROTOCOL === 'https',
    nowMs: Date.now,
    random: () => new Secret(randomUUID()),
  });
  return { staffSessions, audit: createAudit(loggers().audit, registry(), DANGEROUS_SALT) };
}

/** Has a client let go of its connections when the last visitor has been answered. */
function closedAtExit<Client extends { close(): Promise<void> }>(client: Client): Client {
  beforeExit(() => client.close());
  return client;
}
