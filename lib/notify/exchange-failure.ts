import { ApiTimeoutError, ApiUnavailableError } from './api-errors.ts';
import type { ApiName, UnavailableReason } from './api-errors.ts';
import { ExchangeTimeoutError } from './exchange.ts';

const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
/** Of Node, undici, OpenSSL and its HTTP parser: none holds anything from outside. */
const CODE = /^[A-Z][A-Z\d_]{2,63}$/;

/**
 * Says what a failed exchange means. The error of the HTTP client itself, which may hold addresses and
 * pieces of what the API sent, stays here: only its code goes on as the cause.
 */
export function toExchangeFailure(
  api: ApiName,
  error: unknown,
): ApiTimeoutError | ApiUnavailableError {
  if (error instanceof ExchangeTimeoutError) return new ApiTimeoutError(api);
  const code = codeOf(error);
  const cause = new Error(code);
  if (TIMEOUT_CODES.has(code)) return new ApiTimeoutError(api, { cause });
  return new ApiUnavailableError(api, reasonOf(code), { cause });
}

function reasonOf(code: string): UnavailableReason {
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return 'too-large';
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code.startsWith('HPE_')) return 'malformed';
  return 'connection';
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && CODE.test(code) ? code : 'UNKNOWN';
}
