import { config } from '#lib/config/config.ts';
import { readVisit, type Visit } from './visit.ts';
import { languageCookie } from './language-cookie.ts';
import { MethodNotAllowedPage } from './method-not-allowed-page.tsx';
import { pageForError } from './page-for-error.tsx';
import { renderPage } from './render-page.tsx';
import { putOnAnswer } from '#lib/request/request-context.ts';
import { formatCookie } from '#lib/session/set-cookie.ts';

/** A visit to a route, with the parts of the URL that the route names. */
export interface RouteVisit<Params> extends Visit {
  readonly params: Params;
}

type Answer<Params> = (visit: RouteVisit<Params>) => Response | Promise<Response>;

/** What Next calls. */
export type Handler<Params> = (
  request: Request,
  context: { readonly params: Promise<Params> },
) => Promise<Response>;

/** HEAD is GET without its body, which Next and Node see to. */
interface Handlers<Params> {
  readonly GET: Handler<Params>;
  readonly POST: Handler<Params>;
  readonly PUT: Handler<Params>;
  readonly PATCH: Handler<Params>;
  readonly DELETE: Handler<Params>;
  readonly OPTIONS: Handler<Params>;
}

/**
 * The handlers of a route, for every method that there is: those which it does not take answer 405,
 * and whatever goes wrong in one becomes a page.
 */
export function pageRoute<Params = unknown>(answers: {
  readonly GET: Answer<Params>;
  readonly POST?: Answer<Params>;
}): Handlers<Params> {
  const refuse = handle<Params>(refuseMethod(answers.POST ? 'GET, HEAD, POST' : 'GET, HEAD'));
  return {
    GET: handle(answers.GET),
    POST: answers.POST ? handle(answers.POST) : refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: refuse,
  };
}

/**
 * The handlers of a route that takes every method in one way.
 *
 * @param keepsLanguage whether a language that its URL asks for is kept for the next pages
 */
export function anyMethodRoute<Params = unknown>(
  answer: Answer<Params>,
  { keepsLanguage = true } = {},
): Handlers<Params> {
  const handler = handle(answer, keepsLanguage);
  return {
    GET: handler,
    POST: handler,
    PUT: handler,
    PATCH: handler,
    DELETE: handler,
    OPTIONS: handler,
  };
}

function handle<Params>(answer: Answer<Params>, keepsLanguage = true): Handler<Params> {
  return async (request, { params }) => {
    const visit = readVisit(request);
    try {
      const response = await answer({ ...visit, params: await params });
      keepEncoding(response);
      return keepsLanguage ? keepLanguage(response, visit) : response;
    } catch (error) {
      return pageForError(error, visit.view);
    }
  };
}

/** @param allowed the methods that the page takes, as `Allow` names them */
export function refuseMethod(allowed: string) {
  return ({ view }: Visit): Response => {
    const page = renderPage(<MethodNotAllowedPage view={view} />, view, 405);
    page.headers.set('Allow', allowed);
    return page;
  };
}

/** Next drops the header that says how a route has encoded its answer; the request hooks put it back. */
function keepEncoding(response: Response): void {
  const contentEncoding = response.headers.get('content-encoding');
  if (contentEncoding !== null) putOnAnswer({ 'Content-Encoding': contentEncoding });
}

/** A language that was asked for in the URL is kept for the next pages. */
function keepLanguage(response: Response, visit: Visit): Response {
  if (visit.chosenLanguage === null) return response;
  const secure = config().HTTP_PROTOCOL === 'https';
  const cookie = languageCookie(visit.chosenLanguage, secure);
  response.headers.append('Set-Cookie', formatCookie(cookie));
  return response;
}
