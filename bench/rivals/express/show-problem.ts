import type { NextFunction } from 'express';
import type { Logger } from 'pino';
import { ServiceNotFoundError } from '#lib/notify/api-errors.ts';
import { pageVariables } from './page-variables.ts';
import { languageOf, type Answer, type Visit } from './visit.ts';
import { wordsOf, type Words } from './words.ts';

/** Answers with the page that tells why there is no other. */
export function renderProblem(
  request: Visit,
  response: Answer,
  status: keyof Words['problems'],
): void {
  const language = languageOf(request);
  const title = wordsOf(language).problems[status];
  response.status(status).set('Content-Language', language);
  response.render('problem.njk', pageVariables(request, language, title));
}

/** Takes what no route takes. */
export function showNotFound(request: Visit, response: Answer): void {
  renderProblem(request, response, 404);
}

/** Express knows an error handler by its four arguments. */
export function showProblem(log: Logger) {
  return (error: unknown, request: Visit, response: Answer, next: NextFunction): void => {
    const isMissing = error instanceof ServiceNotFoundError;
    if (!isMissing) {
      log.error({ err: error, requestId: response.locals.trace.traceId }, 'A page failed');
    }
    if (response.headersSent) next(error);
    else renderProblem(request, response, isMissing ? 404 : 503);
  };
}
