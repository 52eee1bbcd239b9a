import { apiVariables } from './variables/apis.ts';
import { observabilityVariables } from './variables/observability.ts';
import { rateLimitVariables } from './variables/rate-limits.ts';
import { redisVariables } from './variables/redis.ts';
import { secretVariables } from './variables/secrets.ts';
import { serverVariables } from './variables/server.ts';

/** Every environment variable of the program (contracts, section 9); `docs/configuration.md` shows them. */
export const variables = {
  ...serverVariables,
  ...secretVariables,
  ...apiVariables,
  ...redisVariables,
  ...rateLimitVariables,
  ...observabilityVariables,
};
