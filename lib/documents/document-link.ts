import type { Secret } from '#lib/secret/secret.ts';
import { findKey, withoutBlanks } from './document-key.ts';
import { decodeUuid, encodeUuid } from './uuid-base64.ts';

/** What a citizen got by e-mail: which service sent which document, and the key that opens it. */
export interface DocumentLink {
  /** UUID in lower case. */
  readonly serviceId: string;
  /** UUID in lower case. */
  readonly documentId: string;
  readonly key: Secret;
}

/** The pages about a document, in the order in which a reader meets them. */
export type DocumentPage = 'landing' | 'confirm-email-address' | 'download';

/**
 * What came of reading a link: `link` is fine as it is, `mangled` means something else but was meant
 * to be the clean link given here (redirect to it; it always parses as `link`), `bad` cannot be read.
 */
export type ParsedLink =
  | { readonly kind: 'link'; readonly link: DocumentLink }
  | { readonly kind: 'mangled'; readonly link: DocumentLink }
  | { readonly kind: 'bad'; readonly part: 'service' | 'document' | 'key' };

/** The raw parts of a link's URL. */
export interface RawLink {
  readonly service: string;
  readonly document: string;
  readonly query: URLSearchParams;
}

const PATH_OF_PAGE: Readonly<Record<DocumentPage, string>> = {
  landing: '',
  'confirm-email-address': '/confirm-email-address',
  download: '/download',
};

/**
 * Reads the parts of `/d/{service}/{document}?key={key}`.
 *
 * Other spellings of the same ids (padded, spare bits set) are fine; ids with white space from a
 * wrapped line and keys with punctuation of the mail around them are mangled.
 */
export function parseDocumentLink(input: RawLink): ParsedLink {
  const service = withoutBlanks(input.service);
  const serviceId = decodeUuid(service);
  if (serviceId === null) return { kind: 'bad', part: 'service' };

  const document = withoutBlanks(input.document);
  const documentId = decodeUuid(document);
  if (documentId === null) return { kind: 'bad', part: 'document' };

  const found = findKey(input.query);
  if (found === null) return { kind: 'bad', part: 'key' };

  const mangled = found.repaired || service !== input.service || document !== input.document;
  return { kind: mangled ? 'mangled' : 'link', link: { serviceId, documentId, key: found.key } };
}

/**
 * The path and query of a page about a document. It holds the key: show it to its reader only.
 *
 * @param query further parameters, such as `{ lang: 'cy' }`, which follow the key
 */
export function documentPath(
  link: DocumentLink,
  page: DocumentPage,
  query: Readonly<Record<string, string>> = {},
): string {
  const path = `/d/${encodeUuid(link.serviceId)}/${encodeUuid(link.documentId)}${PATH_OF_PAGE[page]}`;
  return `${path}?${new URLSearchParams({ key: link.key.reveal(), ...query }).toString()}`;
}
