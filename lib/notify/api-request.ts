import type { Secret } from '#lib/secret/secret.ts';
import type { ApiAnswer } from './api-answer.ts';

/** One call of an API: what is sent, and what its answers mean. */
export interface ApiRequest<Result> {
  /** Names the call in metrics and logs; one of few values. */
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  /** Path and query below the API's base URL. They may hold a document key. */
  readonly path: Secret;
  /** Sent as JSON. */
  readonly body?: Secret;
  readonly authorization?: Secret;
  /**
   * Turns an answer into a result, or throws one of the errors of `api-errors.ts`. It runs inside the
   * circuit breaker, which thus learns of failures that hide behind a good status.
   */
  readonly interpret: (answer: ApiAnswer) => Result;
  /**
   * A server error by which the API also answers bad input. It is left to `interpret`: a visitor who
   * provokes it must not be able to open the circuit breaker for all others.
   */
  readonly ambiguousStatus?: number;
}
