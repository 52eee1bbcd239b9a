import { parseDocumentLink, type DocumentLink } from '#lib/documents/document-link.ts';
import type { PolicyName } from '#lib/rate-limit/policies.ts';
import { addressGroup } from '#lib/security/ip-address.ts';

/** A limit that a request falls under: to be counted now, or after the answer and looked at now. */
export interface LimitedSubject {
  readonly policy: PolicyName;
  readonly action: 'consume' | 'peek';
  readonly subject: string;
}

const DOCUMENT_PAGE = /^\/d\/(?<service>[^/]+)\/(?<document>[^/]+)(?<page>\/[^/]+)?$/;

/** The document whose form a request sends; null for every other request. */
export function readAttempt(method: string, url: URL): DocumentLink | null {
  if (method !== 'POST') return null;
  const { service, document, page } = DOCUMENT_PAGE.exec(url.pathname)?.groups ?? {};
  if (service === undefined || document === undefined) return null;
  if (page !== '/confirm-email-address') return null;
  const parsed = parseDocumentLink({
    service: decodeURIComponent(service),
    document: decodeURIComponent(document),
    query: url.searchParams,
  });
  return parsed.kind === 'bad' ? null : parsed.link;
}

/** The limits on the pages of documents; all other pages are as free as the static files. */
export function limitedSubjects(
  pathname: string,
  clientAddress: string,
  attempt: Omit<DocumentLink, 'key'> | null,
): readonly LimitedSubject[] {
  if (!pathname.startsWith('/d/')) return [];
  const visitor = addressGroup(clientAddress);
  const limits: LimitedSubject[] = [
    { policy: 'document-pages', action: 'consume', subject: visitor },
    { policy: 'unknown-links', action: 'peek', subject: visitor },
  ];
  if (attempt !== null) {
    // By the ids themselves: one document has many spellings of its address.
    const subject = `${visitor} ${attempt.serviceId} ${attempt.documentId}`;
    limits.push({ policy: 'email-confirmations', action: 'consume', subject });
  }
  return limits;
}
