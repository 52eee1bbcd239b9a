import { config } from '#lib/config/config.ts';
import { ConfigError, type Config } from '#lib/config/read-config.ts';
import { sayOnOutput } from './output-sink.ts';

/** The configuration of this process; when it is wrong, says what is and ends the process. */
export function configOrExit(): Config {
  try {
    return config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    sayOnOutput({ level: 'fatal', message: error.message });
    process.exit(1);
  }
}
