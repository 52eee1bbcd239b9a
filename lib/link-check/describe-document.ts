import type { DocumentState } from '#lib/documents/available-document.ts';
import { expiryOf } from '#lib/documents/expiry.ts';
import { measureFileSize } from '#lib/documents/file-size.ts';
import { fileTypeOf } from '#lib/documents/file-type.ts';
import type { DocumentFacts } from './link-report.ts';

/** What may be told of a document: neither the name of the file nor where it is. */
export function describeDocument(state: DocumentState, now: Date): DocumentFacts {
  switch (state.kind) {
    case 'available': {
      const { fileExtension, sizeInBytes, confirmEmail, availableUntil } = state.document;
      const file = {
        type: fileTypeOf(fileExtension),
        size: measureFileSize(sizeInBytes),
        confirmEmail,
        expiry: expiryOf(availableUntil, now),
      };
      return { kind: 'there', file };
    }
    case 'gone':
      return state.lastDay === null
        ? { kind: 'deleted' }
        : { kind: 'expired', lastDay: state.lastDay };
    case 'not-found':
      return { kind: state.reason };
  }
}
