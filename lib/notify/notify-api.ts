import type { Service } from '#lib/documents/service.ts';
import { Secret } from '#lib/secret/secret.ts';
import { parseAnswer, unexpectedStatus } from './api-answer.ts';
import type { ApiAnswer } from './api-answer.ts';
import { createApiClient } from './api-client.ts';
import type { ApiClientEvents } from './api-client.ts';
import { ApiCredentialsError, ServiceNotFoundError } from './api-errors.ts';
import { API_LIMITS } from './api-limits.ts';
import type { ApiLimits } from './api-limits.ts';
import type { CallContext } from './call-context.ts';
import { createTokenSigner } from './json-web-token.ts';
import { ServiceAnswer, toService } from './service-answer.ts';

export interface NotifyApiSettings {
  readonly baseUrl: string;
  /** Who we are to Notify API: the issuer of our tokens. */
  readonly userName: string;
  readonly secret: Secret;
  readonly limits?: Partial<ApiLimits>;
}

/** Notify API, of which this program needs one thing: who sent a document. */
export interface NotifyApi {
  /**
   * Asks for a service.
   *
   * @param serviceId UUID
   * @throws ServiceNotFoundError, ApiCredentialsError, ApiUnavailableError, ApiTimeoutError
   */
  readonly getService: (serviceId: string, context: CallContext) => Promise<Service>;
  close(): Promise<void>;
}

/** @param nowMs milliseconds since 1970; tokens with a wrong time are refused */
export function createNotifyApi(
  { baseUrl, userName, secret, limits }: NotifyApiSettings,
  events: ApiClientEvents = {},
  nowMs: () => number = Date.now,
): NotifyApi {
  const settings = { api: 'notify-api', baseUrl, limits: { ...API_LIMITS, ...limits } } as const;
  const client = createApiClient(settings, events);
  const currentToken = createTokenSigner(userName, secret, nowMs);
  return {
    getService: (serviceId, context) =>
      client.call(
        {
          operation: 'get-service',
          method: 'GET',
          path: new Secret(`/service/${encodeURIComponent(serviceId)}`),
          authorization: new Secret(`Bearer ${currentToken().reveal()}`),
          interpret: (answer) => readService(serviceId, answer),
        },
        context,
      ),
    close: () => client.close(),
  };
}

function readService(serviceId: string, answer: ApiAnswer): Service {
  switch (answer.status) {
    case 200:
      return toService(serviceId, parseAnswer(ServiceAnswer, answer));
    case 400:
    case 404:
    case 410:
      throw new ServiceNotFoundError(answer.status);
    case 401:
    case 403:
      throw new ApiCredentialsError(answer.api, answer.status);
    default:
      throw unexpectedStatus(answer);
  }
}
