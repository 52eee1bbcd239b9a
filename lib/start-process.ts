import { ConfigError } from '#lib/config/read-config.ts';
import { config } from '#lib/config/config.ts';
import { hookRequests } from '#lib/request/request-hooks.ts';

/** Everything that has to be there before the first request: the configuration, then the hooks. */
export function startProcess(): void {
  const { TRUSTED_PROXY_COUNT, HTTP_SERVE_TIMEOUT_SECONDS } = configOrExit();
  hookRequests({
    trustedProxyCount: TRUSTED_PROXY_COUNT,
    deadlineMs: HTTP_SERVE_TIMEOUT_SECONDS * 1000,
  });
}

function configOrExit() {
  try {
    return config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
