import {
  documentPath,
  parseDocumentLink,
  type DocumentLink,
  type DocumentPage,
} from '#lib/documents/document-link.ts';
import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { pageRoute, type RouteVisit } from '#lib/page/page-route.tsx';
import { redirect } from '#lib/page/redirect.ts';
import { renderPage } from '#lib/page/render-page.tsx';

interface DocumentParams {
  readonly service: string;
  readonly document: string;
}

/** A visit to one of the pages about a document. */
export interface DocumentVisit extends RouteVisit<DocumentParams> {
  readonly link: DocumentLink;
}

type DocumentAnswer = (visit: DocumentVisit) => Promise<Response>;

/** The handlers of a page about a document: its link is read first, and repaired if it can be. */
export function documentRoute(
  page: DocumentPage,
  answers: { readonly GET: DocumentAnswer; readonly POST?: DocumentAnswer },
) {
  return pageRoute<DocumentParams>({
    GET: readLinkFor(answers.GET, page),
    ...(answers.POST && { POST: readLinkFor(answers.POST, page) }),
  });
}

function readLinkFor(answer: DocumentAnswer, page: DocumentPage) {
  return (visit: RouteVisit<DocumentParams>): Response | Promise<Response> => {
    const { params, url, view, languageQuery } = visit;
    const parsed = parseDocumentLink({ ...params, query: url.searchParams });
    if (parsed.kind === 'bad') return renderPage(<NotFoundPage view={view} />, view, 404);
    if (parsed.kind === 'mangled') return redirect(documentPath(parsed.link, page, languageQuery));
    return answer({ ...visit, link: parsed.link });
  };
}
