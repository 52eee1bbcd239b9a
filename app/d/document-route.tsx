import { countUnknownLink } from '#lib/checks/count-unknown-link.ts';
import {
  documentPath,
  parseDocumentLink,
  type DocumentLink,
  type DocumentPage,
} from '#lib/documents/document-link.ts';
import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { pageRoute, type Handler, type RouteVisit } from '#lib/page/page-route.tsx';
import { redirect } from '#lib/page/redirect.ts';
import { renderPage } from '#lib/page/render-page.tsx';
import { noteOutcome } from '#lib/request/request-context.ts';

interface DocumentParams {
  readonly service: string;
  readonly document: string;
}

/** A visit to one of the pages about a document. */
export interface DocumentVisit extends RouteVisit<DocumentParams> {
  readonly link: DocumentLink;
}

const NOT_FOUND = 404;

type DocumentAnswer = (visit: DocumentVisit) => Promise<Response>;

/** The handlers of a page about a document: its link is read first, and repaired if it can be. */
export function documentRoute(
  page: DocumentPage,
  answers: { readonly GET: DocumentAnswer; readonly POST?: DocumentAnswer },
) {
  const handlers = pageRoute<DocumentParams>({
    GET: readLinkFor(answers.GET, page),
    ...(answers.POST && { POST: readLinkFor(answers.POST, page) }),
  });
  return {
    ...handlers,
    GET: countUnknownLinks(handlers.GET),
    POST: countUnknownLinks(handlers.POST),
  };
}

/** Counted after the answer, and not waited for: a good link costs nothing. */
function countUnknownLinks(handler: Handler<DocumentParams>): Handler<DocumentParams> {
  return async (request, context) => {
    const response = await handler(request, context);
    if (response.status === NOT_FOUND) void countUnknownLink();
    return response;
  };
}

function readLinkFor(answer: DocumentAnswer, page: DocumentPage) {
  return (visit: RouteVisit<DocumentParams>): Response | Promise<Response> => {
    const { params, url, view, languageQuery } = visit;
    const parsed = parseDocumentLink({ ...params, query: url.searchParams });
    if (parsed.kind === 'bad') {
      noteOutcome('bad-link');
      return renderPage(<NotFoundPage view={view} />, view, 404);
    }
    if (parsed.kind === 'mangled') {
      noteOutcome('link-repaired');
      return redirect(documentPath(parsed.link, page, languageQuery));
    }
    return answer({ ...visit, link: parsed.link });
  };
}
