import { LRUCache } from 'lru-cache';
import { Pool } from 'undici';
import { documentsApiUrl } from '#lib/config/documents-api-url.ts';
import type { Config } from '#lib/config/read-config.ts';
import type { DocumentState } from '#lib/documents/available-document.ts';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import type { Service } from '#lib/documents/service.ts';
import { parseAnswer, type ApiAnswer } from '#lib/notify/api-answer.ts';
import { ServiceNotFoundError, type ApiName } from '#lib/notify/api-errors.ts';
import { readDocumentState } from '#lib/notify/document-answer.ts';
import { createTokenSigner } from '#lib/notify/json-web-token.ts';
import { ServiceAnswer, toService } from '#lib/notify/service-answer.ts';
import type { TraceNames } from '#lib/request/trace-headers.ts';
import { randomHex } from '#lib/trace/random-hex.ts';

/** What the landing page asks the two systems behind it. */
export interface Apis {
  /** Who sent a file; remembered for a minute. */
  readonly findService: (id: string, trace: TraceNames) => Promise<Service>;
  readonly checkDocument: (link: DocumentLink, trace: TraceNames) => Promise<DocumentState>;
}

export type ApiSettings = Pick<
  Config,
  | 'API_HOST_NAME'
  | 'ADMIN_CLIENT_USER_NAME'
  | 'ADMIN_CLIENT_SECRET'
  | 'DOCUMENT_DOWNLOAD_API_HOST_NAME'
  | 'DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL'
>;

const REMEMBERED = { max: 10_000, ttl: 60_000 };
const LIMITS = { connections: 128, headersTimeout: 15_000, bodyTimeout: 5000 };

export function createApis(settings: ApiSettings): Apis {
  const notify = new Pool(new URL(settings.API_HOST_NAME).origin, LIMITS);
  const documents = new Pool(new URL(documentsApiUrl(settings)).origin, LIMITS);
  const { ADMIN_CLIENT_USER_NAME, ADMIN_CLIENT_SECRET } = settings;
  const currentToken = createTokenSigner(ADMIN_CLIENT_USER_NAME, ADMIN_CLIENT_SECRET, Date.now);

  const services = new LRUCache<string, Service, TraceNames>({
    ...REMEMBERED,
    fetchMethod: async (id, _, { context }) => {
      const headers = { Authorization: `Bearer ${currentToken().reveal()}`, ...namesOf(context) };
      const answer = await ask('notify-api', notify, `/service/${id}`, headers);
      if (answer.status === 404) throw new ServiceNotFoundError(answer.status);
      return toService(id, parseAnswer(ServiceAnswer, answer));
    },
  });

  return {
    findService: (id, trace) => services.forceFetch(id, { context: trace }),
    async checkDocument({ serviceId, documentId, key }, trace) {
      const query = `key=${encodeURIComponent(key.reveal())}`;
      const path = `/services/${serviceId}/documents/${documentId}/check?${query}`;
      const answer = await ask('document-download-api', documents, path, namesOf(trace));
      return readDocumentState(answer, new Date());
    },
  };
}

type Headers = Readonly<Record<string, string>>;

async function ask(api: ApiName, pool: Pool, path: string, headers: Headers): Promise<ApiAnswer> {
  const { statusCode: status, body } = await pool.request({ method: 'GET', path, headers });
  return { api, status, body: await body.json(), retryAfterSeconds: undefined };
}

function namesOf({ traceId, spanId }: TraceNames): Headers {
  return {
    Accept: 'application/json',
    'X-B3-TraceId': traceId,
    'X-B3-SpanId': randomHex(8),
    'X-B3-ParentSpanId': spanId,
  };
}
