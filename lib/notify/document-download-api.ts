import type { DocumentState } from '#lib/documents/available-document.ts';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import { Secret } from '#lib/secret/secret.ts';
import { createApiClient } from './api-client.ts';
import type { ApiClientEvents } from './api-client.ts';
import { API_LIMITS } from './api-limits.ts';
import type { ApiLimits } from './api-limits.ts';
import { readAuthentication } from './authentication-answer.ts';
import type { Authentication } from './authentication-answer.ts';
import type { CallContext } from './call-context.ts';
import { readDocumentState } from './document-answer.ts';

export interface DocumentDownloadApiSettings {
  /** The address for use inside the platform. */
  readonly baseUrl: string;
  readonly limits?: Partial<ApiLimits>;
}

/** The system that stores the files. */
export interface DocumentDownloadApi {
  /**
   * Asks whether a link opens a document.
   *
   * @throws ApiUnavailableError, ApiTimeoutError
   */
  checkDocument(link: DocumentLink, context: CallContext): Promise<DocumentState>;
  /**
   * Asks for a document with the address that it was sent to. It counts against the API's limit of
   * 50 for a document in 300 seconds, whoever asks and whatever the answer.
   *
   * @throws ApiUnavailableError, ApiTimeoutError; the first also for a link that opens nothing, which
   * the API answers with a server error: check the document before
   */
  authenticate(
    link: DocumentLink,
    emailAddress: Secret,
    context: CallContext,
  ): Promise<Authentication>;
  close(): Promise<void>;
}

const SERVER_ERROR = 500;

/** @param now the current time, by which documents expire */
export function createDocumentDownloadApi(
  { baseUrl, limits }: DocumentDownloadApiSettings,
  events: ApiClientEvents = {},
  now: () => Date = () => new Date(),
): DocumentDownloadApi {
  const api = 'document-download-api';
  const client = createApiClient({ api, baseUrl, limits: { ...API_LIMITS, ...limits } }, events);
  return {
    checkDocument: (link, context) =>
      client.call(
        {
          operation: 'check',
          method: 'GET',
          path: new Secret(
            `${documentPath(link)}/check?key=${encodeURIComponent(link.key.reveal())}`,
          ),
          interpret: (answer) => readDocumentState(answer, now()),
        },
        context,
      ),
    authenticate: (link, emailAddress, context) =>
      client.call(
        {
          operation: 'authenticate',
          method: 'POST',
          path: new Secret(`${documentPath(link)}/authenticate`),
          body: new Secret(
            JSON.stringify({ key: link.key.reveal(), email_address: emailAddress.reveal() }),
          ),
          interpret: readAuthentication,
          ambiguousStatus: SERVER_ERROR,
        },
        context,
      ),
    close: () => client.close(),
  };
}

function documentPath({ serviceId, documentId }: DocumentLink): string {
  return `/services/${encodeURIComponent(serviceId)}/documents/${encodeURIComponent(documentId)}`;
}
