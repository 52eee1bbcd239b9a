import type { PageView } from './page-view.ts';
import { renderPage } from './render-page.tsx';
import { TooManyRequestsPage } from './too-many-requests-page.tsx';

/** The answer to somebody who has to wait, whoever's limit it was. */
export function tooManyRequests(
  view: PageView,
  retryAfterSeconds: number,
  goBackUrl?: string,
): Response {
  const page = <TooManyRequestsPage {...{ view, retryAfterSeconds, goBackUrl }} />;
  const response = renderPage(page, view, 429);
  response.headers.set('Retry-After', String(retryAfterSeconds));
  return response;
}
