import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import { staffRoute } from '../staff-route.tsx';

/** Every other address below that of the previews: strangers are not told that there is nothing. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = staffRoute({
  GET: ({ view }) => renderPage(<NotFoundPage view={view} />, view, 404),
});
