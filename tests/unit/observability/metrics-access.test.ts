import { describe, expect, it } from 'vitest';
import { judgeMetricsAccess, metricsTokens } from '#lib/observability/metrics-access.ts';
import { Secret } from '#lib/secret/secret.ts';

const VCAP_APPLICATION = { application_id: 'cf-application' };
const METRICS_TOKEN = new Secret('prometheus');

function judge(settings: Partial<Parameters<typeof metricsTokens>[0]>, header: string | null) {
  const tokens = metricsTokens({
    METRICS_BASIC_AUTH: true,
    METRICS_TOKEN: undefined,
    VCAP_APPLICATION: undefined,
    ...settings,
  });
  return judgeMetricsAccess(tokens, header);
}

describe('access to the metrics', () => {
  it.each([
    ['nothing is configured', {}],
    ['Cloud Foundry names no application', { VCAP_APPLICATION: { name: 'x' } }],
    ['Cloud Foundry says nonsense', { VCAP_APPLICATION: 'x' }],
    ['it is opened on purpose', { VCAP_APPLICATION, METRICS_BASIC_AUTH: false }],
  ])('is open to all when %s', (_, settings) => {
    expect(judge(settings, null)).toBe('granted');
  });

  it.each([
    [{ VCAP_APPLICATION }, 'Bearer cf-application', 'granted'],
    [{ METRICS_TOKEN }, 'Bearer prometheus', 'granted'],
    [{ METRICS_TOKEN, METRICS_BASIC_AUTH: false }, 'Bearer prometheus', 'granted'],
    [{ METRICS_TOKEN, VCAP_APPLICATION }, 'Bearer prometheus', 'granted'],
    [{ METRICS_TOKEN, VCAP_APPLICATION }, 'Bearer cf-application', 'granted'],
    [{ METRICS_TOKEN }, null, 'no-token'],
    [{ METRICS_TOKEN }, 'Bearer prometheu', 'wrong-token'],
    [{ METRICS_TOKEN }, 'Basic prometheus', 'wrong-token'],
    [{ METRICS_TOKEN }, '', 'wrong-token'],
    [
      { METRICS_TOKEN, METRICS_BASIC_AUTH: false, VCAP_APPLICATION },
      'Bearer cf-application',
      'wrong-token',
    ],
  ])('with %o and the header %s is %s', (settings, header, verdict) => {
    expect(judge(settings, header)).toBe(verdict);
  });
});
