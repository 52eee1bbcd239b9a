import { metricsTokens } from '#lib/observability/metrics-access.ts';
import { ask } from '../ask.ts';
import { unlessProblems, wrong, type Check } from '../check.ts';

/** What dashboards read first (contracts, section 7). */
const EXPECTED_METRIC = 'http_server_requests_total{';

/** Prometheus gets the metrics, and nobody else does. */
export const checkMetrics: Check = {
  name: 'metrics',
  async examine({ instanceUrl }, config) {
    const [token] = metricsTokens(config);
    if (token === undefined) return wrong('METRICS_TOKEN is not set: everybody may read them');
    const get = (authorization?: string) =>
      ask(`${instanceUrl}/metrics`, authorization ? { headers: { authorization } } : {});
    const granted = await get(`Bearer ${token.reveal()}`);
    const problems: string[] = [];
    const expectStatus = (who: string, { status }: Response, expected: number) => {
      if (status !== expected) problems.push(`${who} gets ${status}, not ${expected}`);
    };
    expectStatus('the token', granted, 200);
    expectStatus('no token', await get(), 401);
    expectStatus('a wrong token', await get('Bearer wrong'), 403);
    const text = await granted.text();
    if (!text.includes(EXPECTED_METRIC)) problems.push('no request was counted');
    return unlessProblems(problems, `${text.split('\n').length} lines, with the token alone`);
  },
};
