import { documentRoute } from '#app/d/document-route.tsx';
import { openDocument } from '#app/d/open-document.ts';
import { documentPath } from '#lib/documents/document-link.ts';
import { renderPage } from '#lib/page/render-page.tsx';
import { noteOutcome } from '#lib/request/request-context.ts';
import { LandingPage } from './landing-page.tsx';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = documentRoute('landing', {
  GET: async ({ link, view, languageQuery }) => {
    const { service, document } = await openDocument(link);
    const next = document.confirmEmail ? 'confirm-email-address' : 'download';
    const continueUrl = documentPath(link, next, languageQuery);
    noteOutcome('landing-shown');
    return renderPage(<LandingPage {...{ view, service, document, continueUrl }} />, view, 200);
  },
});
