import { documentRoute } from '#app/d/document-route.tsx';
import { openDocument } from '#app/d/open-document.ts';
import { documentPath } from '#lib/documents/document-link.ts';
import { noteOutcome } from '#lib/request/request-context.ts';
import { CONFIRMATION_COOKIE } from '#lib/session/confirmations.ts';
import { wiring } from '#lib/wiring.ts';
import { sendOn } from '../send-on.ts';
import { confirmAddress } from './confirm-address.tsx';
import { wantsToConfirmAgain } from './confirm-again.ts';
import { redirectToDownload } from './redirect-to-download.ts';
import { showForm } from './show-form.tsx';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documentRoute('confirm-email-address', {
  GET: async (visit) => {
    const { link, url, cookie, languageQuery } = visit;
    const { service, document } = await openDocument(link);
    if (!document.confirmEmail) return sendOn(documentPath(link, 'download', languageQuery));
    if (!wantsToConfirmAgain(url.searchParams)) {
      const access = await wiring().confirmations.recall(link, cookie(CONFIRMATION_COOKIE));
      if (access !== null) {
        noteOutcome('sent-on');
        return redirectToDownload(visit, access);
      }
    }
    return showForm(visit, service, {});
  },
  POST: confirmAddress,
});
