import { ConfigError, readConfig, type Config } from '#lib/config/read-config.ts';
import { unchecked, wrong, type Check, type Finding, type Patient } from './check.ts';
import { checkApis } from './checks/apis.ts';
import { checkClock } from './checks/clock.ts';
import { checkHeaders } from './checks/headers.ts';
import { checkLimits } from './checks/limits.ts';
import { checkMetrics } from './checks/metrics.ts';
import { checkRedis } from './checks/redis.ts';
import { checkSettings } from './checks/settings.ts';
import { checkShutdown } from './checks/shutdown.ts';
import { checkTls } from './checks/tls.ts';
import { checkVersion } from './checks/version.ts';

/** In this order; the last one may end the instance. */
const CHECKS: readonly Check[] = [
  checkVersion,
  ...checkApis,
  checkClock,
  checkRedis,
  checkHeaders,
  checkTls,
  checkLimits,
  checkMetrics,
  checkShutdown,
];

/** A line of the result. */
export interface Row extends Finding {
  readonly name: string;
}

/** Looks at a running instance that has the settings of `environment`, one thing after the other. */
export async function examine(
  patient: Patient,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<readonly Row[]> {
  const { config, problems } = configOrProblems(environment);
  if (config === undefined) {
    const others = CHECKS.map(({ name }) => ({ name, ...unchecked('needs the configuration') }));
    return [{ name: checkSettings.name, ...wrong(problems.join('; ')) }, ...others];
  }
  const rows: Row[] = [];
  for (const check of [checkSettings, ...CHECKS]) {
    const finding = await check.examine(patient, config).catch(failed);
    rows.push({ name: check.name, ...finding });
  }
  return rows;
}

function configOrProblems(environment: Readonly<Record<string, string | undefined>>): {
  readonly config?: Config;
  readonly problems: readonly string[];
} {
  try {
    return { config: readConfig(environment), problems: [] };
  } catch (error) {
    if (error instanceof ConfigError) return { problems: error.problems };
    throw error;
  }
}

/** Errors of fetch say little themselves; what they say of their cause holds no secret. */
function failed(error: unknown): Finding {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  return wrong(cause instanceof Error ? `${message}: ${cause.message}` : message);
}
