import {
  ApiCredentialsError,
  ApiTimeoutError,
  ApiUnavailableError,
  ServiceNotFoundError,
} from './api-errors.ts';
import type { ApiError, UnavailableReason } from './api-errors.ts';

/** Of these the API itself is to blame; the others are our refusals, or its answer to a bad request. */
const OUTAGES: ReadonlySet<UnavailableReason> = new Set([
  'connection',
  'status',
  'malformed',
  'too-large',
  'storage',
]);
/** The answers of a gateway whose API may be well a moment later, or on another machine. */
const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

/** Whether an error is one that the API clients throw. */
export function isApiError(error: unknown): error is ApiError {
  return (
    error instanceof ApiUnavailableError ||
    error instanceof ApiTimeoutError ||
    error instanceof ServiceNotFoundError ||
    error instanceof ApiCredentialsError
  );
}

/** Whether an error says that the API is ill, rather than that it was asked badly. */
export function isOutage(error: unknown): boolean {
  if (error instanceof ApiTimeoutError) return true;
  return error instanceof ApiUnavailableError && OUTAGES.has(error.outcome);
}

/** Whether a second attempt may fare better. An API that says when to come back is taken at its word. */
export function isTransient(error: unknown): boolean {
  if (!isApiError(error) || error.retryAfterSeconds !== undefined) return false;
  return error.outcome === 'connection' || TRANSIENT_STATUSES.has(error.status ?? 0);
}
