import { documentRoute } from '#app/d/document-route.tsx';
import { openDocument } from '#app/d/open-document.ts';
import { documentPath } from '#lib/documents/document-link.ts';
import { expiryOf } from '#lib/documents/expiry.ts';
import { renderPage } from '#lib/page/render-page.tsx';
import { noteOutcome } from '#lib/request/request-context.ts';
import { CONFIRMATION_COOKIE } from '#lib/session/confirmations.ts';
import { wiring } from '#lib/wiring.ts';
import { CONFIRM_AGAIN } from '../confirm-email-address/confirm-again.ts';
import { sendOn } from '../send-on.ts';
import { DownloadPage } from './download-page.tsx';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documentRoute('download', {
  GET: async ({ link, view, cookie, languageQuery }) => {
    const { service, document } = await openDocument(link);
    const expiry = expiryOf(document.availableUntil, new Date());
    if (!document.confirmEmail) {
      noteOutcome('download-offered');
      return renderPage(<DownloadPage {...{ view, service, document, expiry }} />, view, 200);
    }
    const access = await wiring().confirmations.recall(link, cookie(CONFIRMATION_COOKIE));
    if (access === null) return sendOn(documentPath(link, 'confirm-email-address', languageQuery));
    const confirmAgainUrl = documentPath(link, 'confirm-email-address', {
      ...CONFIRM_AGAIN,
      ...languageQuery,
    });
    const page = <DownloadPage {...{ view, service, document, expiry, confirmAgainUrl }} />;
    noteOutcome('download-offered');
    return renderPage(page, view, 200);
  },
});
