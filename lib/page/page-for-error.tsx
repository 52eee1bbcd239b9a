import {
  ApiCredentialsError,
  ApiTimeoutError,
  ApiUnavailableError,
  ServiceNotFoundError,
} from '#lib/notify/api-errors.ts';
import { currentReference, noteFailure } from '#lib/observability/note-failure.ts';
import { noteOutcome } from '#lib/request/request-context.ts';
import { DocumentUnavailableError } from './document-unavailable-error.ts';
import { NotFoundPage } from './not-found-page.tsx';
import type { PageView } from './page-view.ts';
import { ProblemPage } from './problem-page.tsx';
import { renderPage } from './render-page.tsx';
import { UnavailablePage } from './unavailable-page.tsx';

/** After so long most faults have passed; said when the API names no time itself. */
const USUAL_RETRY_SECONDS = 30;

/** The page, with its status, that tells a reader of an error (contracts, section 2). */
export function pageForError(error: unknown, view: PageView): Response {
  if (error instanceof DocumentUnavailableError) {
    const { service, reason } = error;
    const status = reason === 'gone' ? 410 : 404;
    noteOutcome(reason === 'gone' ? 'gone' : 'unknown-document');
    return renderPage(<UnavailablePage {...{ view, service, reason }} />, view, status);
  }
  if (error instanceof ServiceNotFoundError) {
    noteOutcome('unknown-service');
    return renderPage(<NotFoundPage view={view} />, view, 404);
  }
  noteFailure(error);
  if (error instanceof ApiTimeoutError) return problem(504, view);
  if (error instanceof ApiUnavailableError || error instanceof ApiCredentialsError) {
    return problem(503, view, error.retryAfterSeconds ?? USUAL_RETRY_SECONDS);
  }
  return problem(500, view);
}

function problem(status: number, view: PageView, retryAfterSeconds?: number): Response {
  const response = renderPage(
    <ProblemPage view={view} reference={currentReference()} />,
    view,
    status,
  );
  if (retryAfterSeconds !== undefined) {
    response.headers.set('Retry-After', String(Math.max(1, Math.ceil(retryAfterSeconds))));
  }
  return response;
}
