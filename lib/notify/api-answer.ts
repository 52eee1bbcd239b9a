import type { ZodType } from 'zod';
import { ApiTimeoutError, ApiUnavailableError } from './api-errors.ts';
import type { ApiName } from './api-errors.ts';
import type { HttpAnswer } from './exchange.ts';
import { parseRetryAfter } from './retry-after.ts';

/** An answer that an API gave on purpose: a success, or a statement about what it was asked. */
export interface ApiAnswer {
  readonly api: ApiName;
  readonly status: number;
  /** The parsed JSON body; undefined where there is none. */
  readonly body: unknown;
  readonly retryAfterSeconds: number | undefined;
}

const GATEWAY_TIMEOUT = 504;
const JSON_MEDIA_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/**
 * Tells answers from failures.
 *
 * @param ambiguousStatus a server error that is to count as an answer
 * @throws ApiTimeoutError for 504, ApiUnavailableError for other 5xx and for redirects, which neither
 * API makes
 */
export function readAnswer(api: ApiName, answer: HttpAnswer, ambiguousStatus?: number): ApiAnswer {
  const { status } = answer;
  const retryAfterSeconds = parseRetryAfter(answer.retryAfter, Date.now());
  if (status >= 500 && status !== ambiguousStatus) {
    const details = { status, retryAfterSeconds };
    if (status === GATEWAY_TIMEOUT) throw new ApiTimeoutError(api, details);
    throw new ApiUnavailableError(api, 'status', details);
  }
  if (status >= 300 && status < 400) throw new ApiUnavailableError(api, 'malformed', { status });
  return { api, status, retryAfterSeconds, body: parseBody(answer) };
}

/**
 * The body of an answer as a schema reads it.
 *
 * @throws ApiUnavailableError where it does not fit, naming the misfit parts but none of their values
 */
export function parseAnswer<Value>(schema: ZodType<Value>, answer: ApiAnswer): Value {
  const result = schema.safeParse(answer.body);
  if (result.success) return result.data;
  const parts = result.error.issues.map(({ path }) => path.join('.') || 'body').join(', ');
  const cause = new Error(`Unfit: ${parts}`);
  throw new ApiUnavailableError(answer.api, 'malformed', { status: answer.status, cause });
}

/** The failure for a status that an API has no reason to answer with. */
export function unexpectedStatus(answer: ApiAnswer): ApiUnavailableError {
  return new ApiUnavailableError(answer.api, 'refusal', answer);
}

function parseBody({ contentType, body }: HttpAnswer): unknown {
  if (contentType === undefined || !JSON_MEDIA_TYPE.test(contentType)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // The parser's message quotes the body, which may hold secrets.
    return undefined;
  }
}
