import type { AvailableDocument } from '#lib/documents/available-document.ts';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import type { Service } from '#lib/documents/service.ts';
import { DocumentUnavailableError } from '#lib/page/document-unavailable-error.ts';
import { currentCall } from '#lib/request/current-call.ts';
import { wiring } from '#lib/wiring.ts';

/** A document that can be downloaded, and who sent it. */
export interface OpenedDocument {
  readonly service: Service;
  readonly document: AvailableDocument;
}

/**
 * Asks both APIs at the same time: who sent this, and is it there?
 * @throws {DocumentUnavailableError} when the link does not open a document, or not any more
 * @throws one of `lib/notify/api-errors.ts` when the service is unknown or an API fails
 */
export async function openDocument(link: DocumentLink): Promise<OpenedDocument> {
  const { getService, documents } = wiring();
  const other = new AbortController();
  const call = currentCall(other.signal);
  try {
    const [service, state] = await Promise.all([
      getService(link.serviceId, call),
      documents.checkDocument(link, call),
    ]);
    if (state.kind !== 'available') throw new DocumentUnavailableError(service, state.kind);
    return { service, document: state.document };
  } catch (error) {
    other.abort();
    throw error;
  }
}
