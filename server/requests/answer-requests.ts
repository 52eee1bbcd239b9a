import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { noteFailure } from '#lib/observability/note-failure.ts';
import type { Handlers, Program } from './load-program.ts';
import { readRequest } from './read-request.ts';
import { sendResponse } from './send-response.ts';

/**
 * Answers requests with the pages of the program: its static files, else what refuses the request,
 * else its route. The request hooks have settled each before it comes here (docs/decisions/0005).
 */
export function answerRequests(program: Program): RequestListener {
  return (request, response) => {
    const path = pathOf(request.url ?? '/');
    if (program.files.answer(request, response, path)) return;
    answerPage(program, path, request, response).catch((error: unknown) => {
      noteFailure(error);
      failBarely(response);
    });
  };
}

async function answerPage(
  { checks, routes }: Program,
  path: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const request = readRequest(incoming);
  const route = routes.find(path);
  if (route === null) throw new Error('no route takes this path, not even that of the 404 page');
  const answer =
    (await checks(request)) ??
    (await route.page[methodOf(request)](request, { params: Promise.resolve(route.params) }));
  await sendResponse(answer, outgoing);
}

function pathOf(url: string): string {
  const question = url.indexOf('?');
  return question === -1 ? url : url.slice(0, question);
}

/** HEAD is GET, and Node leaves out the body. */
function methodOf({ method }: Request): keyof Handlers {
  return method === 'HEAD' ? 'GET' : (method as keyof Handlers);
}

/** For what even the page for errors did not catch: there is nothing left that could make a page. */
function failBarely(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}
