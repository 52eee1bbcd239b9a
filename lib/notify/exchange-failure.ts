import { ApiTimeoutError, ApiUnavailableError } from './api-errors.ts';
import type { ApiName, UnavailableReason } from './api-errors.ts';
import { ExchangeTimeoutError } from './exchange.ts';

const REASONS: Readonly<Record<string, UnavailableReason>> = {
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_HEADERS_OVERFLOW: 'malformed',
  HTTPParserError: 'malformed',
};
const TIMEOUTS: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/** As Node, undici and OpenSSL spell codes and names: none holds anything from outside. */
const IDENTIFIER = /^[A-Z]\w{2,63}$/i;

/**
 * Says what a failed exchange means. The error of the HTTP client itself, which may hold addresses and
 * pieces of what the API sent, stays here: only its code or name goes on as the cause.
 */
export function toExchangeFailure(
  api: ApiName,
  error: unknown,
): ApiTimeoutError | ApiUnavailableError {
  if (error instanceof ExchangeTimeoutError) return new ApiTimeoutError(api);
  const fault = identify(error);
  const cause = new Error(fault);
  if (TIMEOUTS.has(fault)) return new ApiTimeoutError(api, { cause });
  return new ApiUnavailableError(api, REASONS[fault] ?? 'connection', { cause });
}

/** The code of an error, or its name where it has none. */
function identify(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return IDENTIFIER.test(code) ? code : 'UNKNOWN';
}
