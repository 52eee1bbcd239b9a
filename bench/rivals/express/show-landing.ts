import type { AvailableDocument } from '#lib/documents/available-document.ts';
import {
  documentPath,
  parseDocumentLink,
  type DocumentLink,
} from '#lib/documents/document-link.ts';
import { fileTypeOf } from '#lib/documents/file-type.ts';
import type { Service } from '#lib/documents/service.ts';
import type { Apis } from './apis.ts';
import { describeContact } from './describe-contact.ts';
import { pageVariables } from './page-variables.ts';
import { renderProblem } from './show-problem.ts';
import { chosenLanguage, languageOf, type Answer, type Visit } from './visit.ts';
import { wordsOf } from './words.ts';

/** What the landing page of a document tells. */
interface Opened {
  readonly link: DocumentLink;
  readonly service: Service;
  readonly document: AvailableDocument;
}

/** Answers with the landing page of a document, if its link opens one. */
export function showLanding(apis: Apis) {
  return async (request: Visit, response: Answer): Promise<void> => {
    const { params, query } = request;
    const { service = '', document = '' } = params;
    const parsed = parseDocumentLink({ service, document, query });
    if (parsed.kind === 'bad') renderProblem(request, response, 404);
    else if (parsed.kind === 'link') await openLink(apis, parsed.link, request, response);
    else response.redirect(documentPath(parsed.link, 'landing', languageQuery(query)));
  };
}

async function openLink(
  { findService, checkDocument }: Apis,
  link: DocumentLink,
  request: Visit,
  response: Answer,
): Promise<void> {
  const { trace } = response.locals;
  const [service, state] = await Promise.all([
    findService(link.serviceId, trace),
    checkDocument(link, trace),
  ]);
  if (state.kind === 'available') {
    renderLanding(request, response, { link, service, document: state.document });
  } else {
    renderProblem(request, response, state.kind === 'gone' ? 410 : 404);
  }
}

function renderLanding(
  request: Visit,
  response: Answer,
  { link, service, document: { fileExtension, confirmEmail } }: Opened,
): void {
  const language = languageOf(request);
  const words = wordsOf(language);
  const nextPage = confirmEmail ? 'confirm-email-address' : 'download';
  response.set('Content-Language', language);
  response.render('landing.njk', {
    ...pageVariables(request, language, words.title),
    sent: words.sent(service.name, fileTypeOf(fileExtension)),
    next: confirmEmail ? words.nextConfirm : words.nextDownload,
    continueUrl: documentPath(link, nextPage, languageQuery(request.query)),
    contact: describeContact(service, words.contact),
  });
}

function languageQuery(query: URLSearchParams): Readonly<Record<string, string>> {
  const lang = chosenLanguage(query);
  return lang === null ? {} : { lang };
}
