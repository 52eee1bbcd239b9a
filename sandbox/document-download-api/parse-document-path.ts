import type { DocumentPlace } from './sandbox-document.ts';

/** What can be asked about one document. */
export type DocumentOperation = 'check' | 'authenticate' | 'download';

/** What a path of document-download-api means. */
export type DocumentPath =
  | { readonly operation: 'documents-status' }
  | (DocumentPlace & { readonly operation: DocumentOperation });

const UUID = '[\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}';
const PATH = new RegExp(
  `^/services/(${UUID})/documents/(${UUID})(?:/(check|authenticate)|\\.[^/]+)?$`,
);

/**
 * Reads a path; null where the API has none like it. The extension of a file is there for people:
 * the API does not look at it.
 */
export function parseDocumentPath(path: string): DocumentPath | null {
  if (path === '/services/_status') return { operation: 'documents-status' };
  const [, serviceId, documentId, tail] = PATH.exec(path) ?? [];
  if (serviceId === undefined || documentId === undefined) return null;
  return {
    operation: tail === 'check' || tail === 'authenticate' ? tail : 'download',
    serviceId: serviceId.toLowerCase(),
    documentId: documentId.toLowerCase(),
  };
}
