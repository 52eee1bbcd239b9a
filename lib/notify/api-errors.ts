/** The two systems behind this program. */
export type ApiName = 'notify-api' | 'document-download-api';

/** Why an API could not be used, in words fit for a metric's label. */
export type UnavailableReason = keyof typeof UNAVAILABLE;

const UNAVAILABLE = {
  connection: 'the connection failed',
  status: 'it answered with a server error',
  refusal: 'it refused the call',
  malformed: 'it answered nonsense',
  'too-large': 'its answer was too large',
  storage: 'the storage behind it failed',
  overload: 'too many calls are in flight',
  'breaker-open': 'it failed too often and is given a rest',
} as const;

interface Details {
  /** Must be free of URLs, keys, bodies and addresses: it is logged. */
  readonly cause?: Error | undefined;
  /** Of the HTTP answer, where there was one. */
  readonly status?: number | undefined;
  /** When it is worth trying again, as far as the API or the circuit breaker tells. */
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * What all failures of API calls share. Their messages and causes never hold a URL, a key, a body or
 * an address.
 *
 * `instanceof` goes by name: Next bundles this module several times over, and an error that a client
 * of one bundle throws must be recognised by the pages of another.
 */
abstract class ApiFailure extends Error {
  static readonly errorName: string = 'ApiFailure';
  abstract override readonly name: string;

  readonly api: ApiName;
  readonly status: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(api: ApiName, message: string, { cause, status, retryAfterSeconds }: Details = {}) {
    super(
      `${api}: ${message}${status === undefined ? '' : ` (HTTP ${status})`}`,
      cause && { cause },
    );
    this.api = api;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === this.errorName;
  }
}

/** Notify API knows no such service (400, 404 or 410). */
export class ServiceNotFoundError extends ApiFailure {
  static override readonly errorName = 'ServiceNotFoundError';
  override readonly name = ServiceNotFoundError.errorName;
  readonly outcome = 'service-not-found';

  constructor(status?: number) {
    super('notify-api', 'there is no such service', { status });
  }
}

/** Notify API refuses our credentials or our clock (401 or 403): something for operators. */
export class ApiCredentialsError extends ApiFailure {
  static override readonly errorName = 'ApiCredentialsError';
  override readonly name = ApiCredentialsError.errorName;
  readonly outcome = 'credentials';

  constructor(api: ApiName, status: number) {
    super(api, 'it refused our credentials or our clock', { status });
  }
}

/** An API is down, overloaded or answers nonsense. */
export class ApiUnavailableError extends ApiFailure {
  static override readonly errorName = 'ApiUnavailableError';
  override readonly name = ApiUnavailableError.errorName;
  readonly outcome: UnavailableReason;

  constructor(api: ApiName, reason: UnavailableReason, details?: Details) {
    super(api, UNAVAILABLE[reason], details);
    this.outcome = reason;
  }
}

/** An API did not answer in time, or says so of a system behind it (504). */
export class ApiTimeoutError extends ApiFailure {
  static override readonly errorName = 'ApiTimeoutError';
  override readonly name = ApiTimeoutError.errorName;
  readonly outcome = 'timeout';

  constructor(api: ApiName, details?: Details) {
    super(api, 'it did not answer in time', details);
  }
}

/** Any failure of a call that is not the caller's own doing. */
export type ApiError =
  ServiceNotFoundError | ApiCredentialsError | ApiUnavailableError | ApiTimeoutError;
