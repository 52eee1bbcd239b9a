import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { anyMethodRoute } from '#lib/page/page-route.tsx';
import { renderPage } from '#lib/page/render-page.tsx';

/** Every address that no other route takes, whatever the method. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = anyMethodRoute(({ view }) =>
  renderPage(<NotFoundPage view={view} />, view, 404),
);
