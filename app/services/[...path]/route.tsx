import { config } from '#lib/config/config.ts';
import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { pageRoute } from '#lib/page/page-route.tsx';
import { redirect } from '#lib/page/redirect.ts';
import { renderPage } from '#lib/page/render-page.tsx';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Addresses of document-download-api which once were on this host (contracts, section 1). */
const MOVED = new RegExp(
  `^/services/(?:_status|${UUID}/documents/${UUID}(?:\\.[a-z0-9]{1,16}|/check)?)$`,
  'i',
);

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = pageRoute({
  GET: ({ url, view }) => {
    if (!MOVED.test(url.pathname)) return renderPage(<NotFoundPage view={view} />, view, 404);
    const { DOCUMENT_DOWNLOAD_API_HOST_NAME } = config();
    return redirect(DOCUMENT_DOWNLOAD_API_HOST_NAME + url.pathname + url.search, { status: 301 });
  },
});
