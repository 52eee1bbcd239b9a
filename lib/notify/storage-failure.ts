import * as z from 'zod';
import type { ApiAnswer } from './api-answer.ts';
import { ApiUnavailableError } from './api-errors.ts';

const ErrorAnswer = z.object({ error: z.string() });
/** Python's spelling of an error of the storage behind the API, with a server error's code. */
const SERVER_ERROR_OF_STORAGE = /'Code': '5\d\d'/;

/** What document-download-api gives as the reason of a refusal; empty where it gives none. */
export function errorTextOf(answer: ApiAnswer): string {
  const result = ErrorAnswer.safeParse(answer.body);
  return result.success ? result.data.error : '';
}

/**
 * The API passes failures of its storage on as 400, as if the link were bad.
 *
 * @throws ApiUnavailableError for such an answer
 */
export function refuseStorageFailure(answer: ApiAnswer): void {
  if (!SERVER_ERROR_OF_STORAGE.test(errorTextOf(answer))) return;
  throw new ApiUnavailableError(answer.api, 'storage', { status: answer.status });
}
