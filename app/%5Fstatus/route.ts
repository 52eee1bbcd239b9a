import { config } from '#lib/config/config.ts';
import { answerJson } from '#lib/page/answer-json.ts';
import { pageRoute } from '#lib/page/page-route.tsx';
import { isStopping } from '#lib/process/draining.ts';

/** Health and version: load balancers ask for it, and so do people who want to know what runs. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = pageRoute({
  GET: ({ url }) => {
    if (isStopping()) return answerJson({ status: 'stopping' }, 503);
    if (url.searchParams.has('simple')) return answerJson({ status: 'ok' });
    const { GIT_COMMIT, BUILD_TIME, NOTIFY_ENVIRONMENT } = config();
    return answerJson({
      status: 'ok',
      git_commit: GIT_COMMIT,
      build_time: BUILD_TIME,
      environment: NOTIFY_ENVIRONMENT,
    });
  },
});
