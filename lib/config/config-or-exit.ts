import { config } from './config.ts';
import { ConfigError, type Config } from './read-config.ts';

/** The configuration of this process; when it is wrong, says what is and ends the process. */
export function configOrExit(): Config {
  try {
    return config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
