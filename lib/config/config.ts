import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { readConfig, type Config } from './read-config.ts';

/**
 * The configuration of this process.
 * @throws {ConfigError} at its first call, when the environment is wrong.
 */
export function config(): Config {
  return oncePerProcess('config', () => readConfig(process.env));
}
