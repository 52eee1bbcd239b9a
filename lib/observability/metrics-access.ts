import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Config } from '#lib/config/read-config.ts';
import { Secret } from '#lib/secret/secret.ts';

/** What comes of a request for the metrics (contracts, section 7). */
export type MetricsAccess = 'granted' | 'no-token' | 'wrong-token';

type Settings = Pick<Config, 'METRICS_TOKEN' | 'METRICS_BASIC_AUTH' | 'VCAP_APPLICATION'>;

const CloudFoundryApplication = z.object({ application_id: z.string().min(1) });

/** The tokens that open the metrics, any of them; none means that they are open to everybody. */
export function metricsTokens(settings: Settings): readonly Secret[] {
  const tokens = settings.METRICS_TOKEN === undefined ? [] : [settings.METRICS_TOKEN];
  const application = CloudFoundryApplication.safeParse(settings.VCAP_APPLICATION);
  if (settings.METRICS_BASIC_AUTH && application.success) {
    tokens.push(new Secret(application.data.application_id));
  }
  return tokens;
}

/** Judges an `Authorization` header. It takes as long for a token that is nearly right as for any. */
export function judgeMetricsAccess(
  tokens: readonly Secret[],
  authorization: string | null,
): MetricsAccess {
  if (tokens.length === 0) return 'granted';
  if (authorization === null) return 'no-token';
  const given = digest(authorization);
  const matches = tokens.map((token) => timingSafeEqual(given, digest(`Bearer ${token.reveal()}`)));
  return matches.includes(true) ? 'granted' : 'wrong-token';
}

/** Of equal length whatever the text, as the comparison needs it. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
