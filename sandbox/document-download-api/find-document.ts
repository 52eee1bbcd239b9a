import { errorAnswer, type Answer } from '../http/answer.ts';
import { readDecryptionKey } from './decryption-key.ts';
import type { DocumentPlace, SandboxDocument } from './sandbox-document.ts';

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
  place: string,
  keyText: string | null,
  words: StorageWords,
): SandboxDocument | Answer {
  const key = readDecryptionKey(keyText);
  if (key.kind === 'missing') return errorAnswer(400, 'Missing decryption key');
  if (key.kind === 'invalid') return errorAnswer(400, 'Invalid decryption key');
  const document = storage.get(place);
  if (document === undefined) return errorAnswer(404, 'The requested document could not be found');
  return refuse(document, key.key, words) ?? document;
}

function refuse(document: SandboxDocument, key: string, words: StorageWords): Answer | null {
  if (document.trouble === 'storage-down') return errorAnswer(400, words.down);
  if (document.state === 'blocked') {
    return errorAnswer(403, 'Access to the document has been blocked');
  }
  if (document.state === 'deleted') return goneAnswer();
  if (key === '') return errorAnswer(400, words.emptyKey);
  if (key !== document.key) {
    return errorAnswer(document.olderApi === 'forbidden-key' ? 403 : 400, words.wrongKey);
  }
  return isExpired(document) && !answersExpired(document) ? goneAnswer() : null;
}

/** Whether its last day is over. */
export function isExpired({ daysLeft }: SandboxDocument): boolean {
  return daysLeft !== null && daysLeft < 0;
}

function answersExpired({ olderApi }: SandboxDocument): boolean {
  return olderApi === 'null-document' || olderApi === 'past-date';
}

function goneAnswer(): Answer {
  return errorAnswer(410, 'The document is no longer available');
}
