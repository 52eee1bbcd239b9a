import { pageRoute } from '#lib/page/page-route.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import { CookiesPage } from './cookies-page.tsx';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = pageRoute({
  GET: ({ view }) => renderPage(<CookiesPage view={view} />, view, 200),
});
