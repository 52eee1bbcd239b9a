import { inspect } from 'node:util';
import { errors } from 'undici';
import { describe, expect, it, vi } from 'vitest';
import {
  ApiCredentialsError,
  ApiTimeoutError,
  ApiUnavailableError,
  ServiceNotFoundError,
} from '#lib/notify/api-errors.ts';
import { toExchangeFailure } from '#lib/notify/exchange-failure.ts';
import { ExchangeTimeoutError } from '#lib/notify/exchange.ts';

const CLASSES = {
  ServiceNotFoundError,
  ApiCredentialsError,
  ApiUnavailableError,
  ApiTimeoutError,
};
const ERRORS = [
  new ServiceNotFoundError(404),
  new ApiCredentialsError('notify-api', 403),
  new ApiUnavailableError('document-download-api', 'status', { status: 503, retryAfterSeconds: 5 }),
  new ApiTimeoutError('notify-api'),
];

describe('errors of API calls', () => {
  it.each(ERRORS)('are of their own class and of no other: $name', (error) => {
    const classes = Object.values(CLASSES).filter((Class) => error instanceof Class);
    expect(classes).toEqual([CLASSES[error.name]]);
  });

  it('are known to the copies of the module that Next makes', async () => {
    vi.resetModules();
    const copy = await import('#lib/notify/api-errors.ts');
    expect(copy.ApiTimeoutError).not.toBe(ApiTimeoutError);
    expect(new copy.ApiTimeoutError('notify-api')).toBeInstanceOf(ApiTimeoutError);
    expect(new copy.ApiTimeoutError('notify-api')).not.toBeInstanceOf(ApiUnavailableError);
  });

  it.each([undefined, null, 'ApiTimeoutError', { name: 'ApiTimeoutError' }, new Error('x')])(
    'are nothing else: %s',
    (value) => {
      expect(Object.values(CLASSES).filter((Class) => value instanceof Class)).toEqual([]);
    },
  );

  it('say what happened', () => {
    expect(ERRORS.map(({ message }) => message)).toEqual([
      'notify-api: there is no such service (HTTP 404)',
      'notify-api: it refused our credentials or our clock (HTTP 403)',
      'document-download-api: it answered with a server error (HTTP 503)',
      'notify-api: it did not answer in time',
    ]);
  });
});

describe('a failed exchange', () => {
  const parserError = Object.assign(new Error('Expected HTTP/'), {
    name: 'HTTPParserError',
    code: undefined,
    data: 'canary',
  });
  const strangeCode = Object.assign(new Error('canary'), { code: 'http://canary/?key=canary' });

  it.each([
    ['the deadline', new ExchangeTimeoutError(), 'timeout', undefined],
    ['slow headers', new errors.HeadersTimeoutError(), 'timeout', 'UND_ERR_HEADERS_TIMEOUT'],
    ['a slow body', new errors.BodyTimeoutError(), 'timeout', 'UND_ERR_BODY_TIMEOUT'],
    ['no connection', new errors.ConnectTimeoutError(), 'connection', 'UND_ERR_CONNECT_TIMEOUT'],
    ['a lost connection', new errors.SocketError('canary'), 'connection', 'UND_ERR_SOCKET'],
    ['nonsense', parserError, 'malformed', 'HTTPParserError'],
    ['a strange code', strangeCode, 'connection', 'UNKNOWN'],
    ['a value that is no error', 'canary', 'connection', 'UNKNOWN'],
  ])('keeps of %s no more than a code', (_, error, outcome, code) => {
    const failure = toExchangeFailure('notify-api', error);
    expect(failure.outcome).toBe(outcome);
    expect(failure.cause instanceof Error ? failure.cause.message : undefined).toBe(code);
    expect(inspect(failure, { depth: Infinity, showHidden: true })).not.toContain('canary');
  });
});
