import type { Secret } from '#lib/secret/secret.ts';
import type { CalendarDate } from './expiry.ts';

/** A document that can be downloaded now. */
export interface AvailableDocument {
  /** The last day on which it is there; null where the API could not tell. */
  readonly availableUntil: CalendarDate | null;
  /** Whether the file opens only for readers who confirmed their e-mail address. */
  readonly confirmEmail: boolean;
  /** Where the file itself is. It holds the key. */
  readonly fileUrl: Secret;
  /** Without a dot, such as `pdf`. */
  readonly fileExtension: string;
  /** As the service called it; `readableFileName` makes it fit for a page. */
  readonly fileName: string | null;
  readonly sizeInBytes: number;
}

/**
 * What became of a document: it is there, it has expired or been deleted, or this link does not open
 * it. Readers are told the same whatever the reason of `not-found`, which is for logs and support.
 */
export type DocumentState =
  | { readonly kind: 'available'; readonly document: AvailableDocument }
  /** `lastDay` is null where the API does not tell, as its newer versions never do. */
  | { readonly kind: 'gone'; readonly lastDay: CalendarDate | null }
  | { readonly kind: 'not-found'; readonly reason: 'wrong-key' | 'unknown' | 'blocked' };
