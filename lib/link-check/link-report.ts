import type { CalendarDate, Expiry } from '#lib/documents/expiry.ts';
import type { FileSize } from '#lib/documents/file-size.ts';
import type { FileType } from '#lib/documents/file-type.ts';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import type { FaultName, VerdictName } from '#lib/language/staff/link-check-words.ts';
import type { ApiName } from '#lib/notify/api-errors.ts';

/** Every verdict; counted and audited by these names. */
export const verdicts = [
  'works',
  'works-repaired',
  'no-link',
  'hidden-link',
  'several-links',
  'foreign-link',
  'case-lost',
  'service-unreadable',
  'document-unreadable',
  'key-missing',
  'key-too-short',
  'service-unknown',
  'document-unknown',
  'wrong-key',
  'blocked',
  'deleted',
  'expired',
  'api-fault',
] as const satisfies readonly VerdictName[];

/** What may be told of a file: neither its name nor where it is. */
export interface FileFacts {
  readonly type: FileType;
  readonly size: FileSize;
  readonly confirmEmail: boolean;
  readonly expiry: Expiry;
}

/** What became of a document; `wrong-key` when it is there, but the link's key does not open it. */
export type DocumentFacts =
  | { readonly kind: 'there'; readonly file: FileFacts }
  | { readonly kind: 'wrong-key' | 'unknown' | 'blocked' | 'deleted' }
  | { readonly kind: 'expired'; readonly lastDay: CalendarDate | null };

/** Which service a link is about. */
export type ServiceFacts =
  | { readonly kind: 'known'; readonly name: string; readonly isLive: boolean }
  | { readonly kind: 'unknown' };

/** Everything that is told of a link. It holds no key, no file name and no link. */
export interface LinkReport {
  readonly verdict: VerdictName;
  /** In what state the link came; null where there was none. */
  readonly condition: 'whole' | 'repaired' | 'incomplete' | null;
  /** The mail filter that changed it. */
  readonly mailFilter: string | null;
  /** Where it leads, if not to us. */
  readonly foreignHost: string | null;
  readonly place: Omit<DocumentLink, 'key'> | null;
  /** Null where it was not looked at, or could not be. */
  readonly service: ServiceFacts | null;
  /** Null where it was not looked at, or could not be. */
  readonly document: DocumentFacts | null;
  /** What each API was found to do just now; undefined where it was not asked. */
  readonly faults: Readonly<Partial<Record<ApiName, FaultName | 'none'>>>;
}
