import type { ApiError, ApiName } from './api-errors.ts';
import { isApiError } from './failure-kinds.ts';

/**
 * How a call ended: with an answer (whatever it says), because its caller went away, or in one of the
 * failures. `bug` is none of these: an error that no client should throw.
 */
export type CallOutcome = 'answered' | 'aborted' | 'bug' | ApiError['outcome'];

/** What metrics and logs learn of one call. Nothing in it is a secret or chosen by a visitor. */
export interface ApiCall {
  readonly api: ApiName;
  readonly operation: string;
  readonly outcome: CallOutcome;
  readonly durationMs: number;
  /** Whether a second attempt was made. */
  readonly retried: boolean;
  /** HTTP status of the last attempt; undefined where nothing came back. */
  readonly status: number | undefined;
  /** Names the last attempt in traces; undefined where none was made. */
  readonly spanId: string | undefined;
}

/** How a call ended that threw. */
export function outcomeOf(error: unknown, signal: AbortSignal | undefined): CallOutcome {
  if (isApiError(error)) return error.outcome;
  return signal?.aborted ? 'aborted' : 'bug';
}
