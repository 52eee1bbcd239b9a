import type { z } from 'zod';
import { parseRedisSettings, RedisSettingsError } from '#lib/redis/redis-settings.ts';
import { findBoundRedis } from './bound-redis.ts';
import type { Variable } from './variable.ts';
import { variables } from './variables.ts';

type Value<Declared extends Variable> =
  z.output<Declared['schema']> | (Declared extends { optional: true } ? undefined : never);

/** The configuration: the variables' own names, with the values that their texts stand for. */
export type Config = { readonly [Name in keyof typeof variables]: Value<(typeof variables)[Name]> };

/** Lists every wrong or missing variable by name; no value is in it, since any may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The configuration is wrong:', ...problems].join('\n  '));
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Environments in which the embedded defaults point at the sandbox (contracts, section 9). */
const SANDBOX_ENVIRONMENTS = ['development', 'test'];

/**
 * Reads the whole configuration from environment variables. An empty variable counts as missing.
 * @throws {ConfigError} naming every problem at once.
 */
export function readConfig(variablesGiven: Environment): Config {
  const environment = withBoundRedis(variablesGiven);
  const defaults = SANDBOX_ENVIRONMENTS.includes(environment['NOTIFY_ENVIRONMENT'] ?? '');
  const problems: string[] = [];
  const entries = Object.entries<Variable>(variables).map(([name, variable]) => {
    const { value, problem } = readVariable(variable, environment[name], defaults);
    if (problem !== undefined) problems.push(`${name} ${problem}`);
    return [name, value] as const;
  });
  const config = Object.fromEntries(entries) as Config;
  if (problems.length === 0) problems.push(...combinationProblems(config));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** Cloud Foundry hands over the address of Redis in a variable of its own. */
function withBoundRedis(environment: Environment): Environment {
  const { REDIS_URL, VCAP_SERVICES } = environment;
  return (REDIS_URL ?? '').trim() === ''
    ? { ...environment, REDIS_URL: findBoundRedis(VCAP_SERVICES) }
    : environment;
}

function readVariable(variable: Variable, given: string | undefined, defaults: boolean) {
  const inSandbox = defaults ? variable.developmentFallback : undefined;
  const text = (given ?? '').trim() || (inSandbox ?? variable.fallback);
  if (text === undefined) {
    return variable.optional ? {} : { problem: `is missing (${variable.format})` };
  }
  const parsed = variable.schema.safeParse(text);
  if (!parsed.success) return { problem: `is wrong: it must be ${variable.format}` };
  return { value: parsed.data };
}

/** Rules that concern more than one variable. */
function combinationProblems(config: Config): string[] {
  const problems: string[] = [];
  if (config.REDIS_ENABLED) problems.push(...redisProblems(config));
  if (config.SENTRY_ENABLED && config.SENTRY_DSN === undefined) {
    problems.push('SENTRY_DSN is missing: SENTRY_ENABLED asks for error reports');
  }
  if (config.SHUTDOWN_TIMEOUT_SECONDS <= config.SHUTDOWN_DELAY_SECONDS) {
    problems.push(
      'SHUTDOWN_TIMEOUT_SECONDS is wrong: it must be longer than SHUTDOWN_DELAY_SECONDS',
    );
  }
  return problems;
}

function redisProblems({ REDIS_URL, ...others }: Config): string[] {
  if (REDIS_URL === undefined) return ['REDIS_URL is missing: REDIS_ENABLED asks for Redis'];
  try {
    parseRedisSettings({ ...others, REDIS_URL });
    return [];
  } catch (error) {
    if (error instanceof RedisSettingsError) return [error.message];
    throw error;
  }
}
