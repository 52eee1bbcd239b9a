import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Config } from '#lib/config/read-config.ts';
import {
  policyVariable,
  type Policy,
  type PolicyName,
  type PolicyVariable,
} from '#lib/rate-limit/policies.ts';

/** A limit and what counts for it. */
export interface Limiter {
  readonly policy: Policy;
  readonly points: RateLimiterAbstract;
}

/** The limits that a landing page falls under. */
export interface Limiters {
  readonly pages: Limiter;
  readonly unknownLinks: Limiter;
}

type Quotas = Pick<Config, PolicyVariable>;

/** Counts in Redis, and in the memory of this process while Redis fails. */
export function createRedisLimiters(redis: Redis, quotas: Quotas): Limiters {
  return createLimiters(quotas, (options) => {
    const insuranceLimiter = new RateLimiterMemory(options);
    return new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter });
  });
}

export function createMemoryLimiters(quotas: Quotas): Limiters {
  return createLimiters(quotas, (options) => new RateLimiterMemory(options));
}

interface Options {
  readonly keyPrefix: string;
  readonly points: number;
  /** In seconds. */
  readonly duration: number;
}

function createLimiters(
  quotas: Quotas,
  create: (options: Options) => RateLimiterAbstract,
): Limiters {
  const limiter = (name: PolicyName): Limiter => {
    const { points, seconds } = quotas[policyVariable(name)];
    const keyPrefix = `express:limit:${name}`;
    const policy = { name, points, seconds };
    return { policy, points: create({ keyPrefix, points, duration: seconds }) };
  };
  return { pages: limiter('document-pages'), unknownLinks: limiter('unknown-links') };
}
