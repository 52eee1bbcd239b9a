import { ApiCredentialsError } from '#lib/notify/api-errors.ts';
import { isApiError } from '#lib/notify/failure-kinds.ts';
import { currentRequest, noteOutcome } from '#lib/request/request-context.ts';
import { logger } from './logger.ts';
import { metrics } from './metrics.ts';
import { referenceOf } from './reference.ts';
import { reportError } from './reports.ts';

/**
 * Tells those on call of an error that keeps the current request from its page: counts it, and says
 * in the request's log line which system is to blame. What is our own fault, or needs their hands,
 * gets a line of its own.
 */
export function noteFailure(error: unknown): void {
  metrics().pages.failed(error);
  const request = currentRequest();
  if (isApiError(error)) {
    noteOutcome('api-failure');
    if (request) request.failure = `${error.api}: ${error.outcome}`;
    if (error instanceof ApiCredentialsError)
      logger().error({ exc_info: error }, 'An API refuses us');
    return;
  }
  noteOutcome('bug');
  logger().error({ exc_info: error, reference: currentReference() }, 'A page failed');
  reportError(error);
}

/** What a citizen can read out over the phone, so that support finds the current request. */
export function currentReference(): string | undefined {
  const request = currentRequest();
  return request && referenceOf(request.traceId);
}
