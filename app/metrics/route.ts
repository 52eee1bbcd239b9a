import { config } from '#lib/config/config.ts';
import { answerMetrics } from '#lib/observability/answer-metrics.ts';
import { judgeMetricsAccess, metricsTokens } from '#lib/observability/metrics-access.ts';
import { metricsOfAll } from '#lib/observability/worker-metrics.ts';
import { answerJson } from '#lib/page/answer-json.ts';
import { pageRoute } from '#lib/page/page-route.tsx';

/** What Prometheus reads. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = pageRoute({
  GET: async ({ request: { headers } }) => {
    switch (judgeMetricsAccess(metricsTokens(config()), headers.get('authorization'))) {
      case 'no-token':
        return withChallenge(answerJson({ error: 'a bearer token is needed' }, 401));
      case 'wrong-token':
        return answerJson({ error: 'this is not the right token' }, 403);
      case 'granted':
        return answerMetrics(await metricsOfAll(), headers.get('accept-encoding'));
    }
  },
});

function withChallenge(response: Response): Response {
  response.headers.set('WWW-Authenticate', 'Bearer');
  return response;
}
