import type { DocumentVisit } from '#app/d/document-route.tsx';
import { openDocument } from '#app/d/open-document.ts';
import { documentPath, type DocumentLink } from '#lib/documents/document-link.ts';
import { parseEmailAddress } from '#lib/documents/email-address.ts';
import { ForbiddenPage } from '#lib/page/forbidden-page.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import { RequestNotAcceptedPage } from '#lib/page/request-not-accepted-page.tsx';
import { tooManyRequests } from '#lib/page/too-many-requests.tsx';
import { readForm } from '#lib/request/read-form.ts';
import { currentCall } from '#lib/request/current-call.ts';
import { noteOutcome } from '#lib/request/request-context.ts';
import { isOwnForm } from '#lib/security/request-forgery.ts';
import { wiring } from '#lib/wiring.ts';
import { redirectToDownload } from './redirect-to-download.ts';
import { sendOn } from '../send-on.ts';
import { showForm } from './show-form.tsx';

/** Takes the form: nothing is asked of any API before it is known to be our own. */
export async function confirmAddress(visit: DocumentVisit): Promise<Response> {
  const { request, link, view } = visit;
  const form = await readForm(request);
  if (form.kind !== 'form') {
    const status = form.kind === 'too-large' ? 413 : 415;
    noteOutcome('form-refused');
    return renderPage(<RequestNotAcceptedPage view={view} />, view, status);
  }
  if (!(await isOurForm(request, form.fields, link))) {
    const formUrl = documentPath(link, 'confirm-email-address', visit.languageQuery);
    noteOutcome('form-refused');
    return renderPage(<ForbiddenPage view={view} goBackUrl={formUrl} />, view, 403);
  }
  return authenticate(visit, form.fields.get('email_address') ?? '');
}

function isOurForm(request: Request, fields: URLSearchParams, link: DocumentLink) {
  const token = fields.get('token') ?? '';
  return isOwnForm(request.headers.get('sec-fetch-site'), () =>
    wiring().formTokens.isRight(token, link),
  );
}

async function authenticate(visit: DocumentVisit, typed: string): Promise<Response> {
  const { link, languageQuery } = visit;
  const { service, document } = await openDocument(link);
  if (!document.confirmEmail) return sendOn(documentPath(link, 'download', languageQuery));

  const parsed = parseEmailAddress(typed);
  if (parsed.kind !== 'valid')
    return showForm(visit, service, { error: parsed.kind, value: typed });

  const answer = await wiring().documents.authenticate(link, parsed.address, currentCall());
  switch (answer.kind) {
    case 'accepted':
      noteOutcome('confirmed');
      return redirectToDownload(visit, answer);
    case 'wrong-address':
      return showForm(visit, service, { error: 'wrong-address', value: typed });
    case 'too-many-attempts': {
      noteOutcome('too-many-attempts');
      const goBackUrl = documentPath(link, 'confirm-email-address', languageQuery);
      return tooManyRequests(visit.view, answer.retryAfterSeconds, goBackUrl);
    }
  }
}
