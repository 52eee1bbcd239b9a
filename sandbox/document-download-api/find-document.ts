import type { Answer } from '../http/answer.ts';
import { errorAnswer } from '../http/json-answer.ts';
import { readDecryptionKey } from './decryption-key.ts';
import type { DocumentPlace, SandboxDocument } from './sandbox-document.ts';

const GONE = 'The document is no longer available';

/** The documents by service and document. */
export type Storage = ReadonlyMap<string, SandboxDocument>;

/** The storage that holds these documents. */
export function createStorage(documents: readonly SandboxDocument[]): Storage {
  return new Map(documents.map((document) => [storageKey(document), document]));
}

/** Where the storage keeps a document. */
export function storageKey(place: DocumentPlace): string {
  return `${place.serviceId}/${place.documentId}`;
}

/** A document that the link opens, or the answer that refuses it. */
export type FoundDocument =
  | { readonly kind: 'found'; readonly document: SandboxDocument }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** How the storage words a refusal: `check` asks it for the metadata, `download` for the file. */
export interface StorageWords {
  readonly emptyKey: string;
  readonly wrongKey: string;
  readonly down: string;
}

/**
 * Looks a document up as the API does: the key is read first, then what stands about the document
 * decides (blocked, deleted), then the storage compares the key, and only then is the date looked at.
 */
export function findDocument(
  storage: Storage,
  place: DocumentPlace,
  query: string,
  words: StorageWords,
): FoundDocument {
  const key = readDecryptionKey(new URLSearchParams(query).get('key'));
  if (key.kind === 'missing') return refused(400, 'Missing decryption key');
  if (key.kind === 'invalid') return refused(400, 'Invalid decryption key');
  const document = storage.get(storageKey(place));
  if (document === undefined) return refused(404, 'The requested document could not be found');
  return refuse(document, key.key, words) ?? { kind: 'found', document };
}

function refuse(document: SandboxDocument, key: string, words: StorageWords): FoundDocument | null {
  if (document.trouble === 'storage-down') return refused(400, words.down);
  if (document.state === 'blocked') return refused(403, 'Access to the document has been blocked');
  if (document.state === 'deleted') return refused(410, GONE);
  if (key === '') return refused(400, words.emptyKey);
  if (key !== document.key) {
    return refused(document.olderApi === 'forbidden-key' ? 403 : 400, words.wrongKey);
  }
  return isExpired(document) && !answersExpired(document) ? refused(410, GONE) : null;
}

/** Whether its last day is over. */
export function isExpired({ daysLeft }: SandboxDocument): boolean {
  return daysLeft !== null && daysLeft < 0;
}

function answersExpired({ olderApi }: SandboxDocument): boolean {
  return olderApi === 'null-document' || olderApi === 'past-date';
}

function refused(status: number, error: string): FoundDocument {
  return { kind: 'refused', answer: errorAnswer(status, error) };
}
