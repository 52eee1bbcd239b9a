import type { DocumentLink } from '#lib/documents/document-link.ts';

/** What was found of a document link in a text. */
export type LinkFinding =
  | {
      readonly kind: 'link';
      readonly link: DocumentLink;
      /** Whether something had to be put right before it could be read. */
      readonly isRepaired: boolean;
      /** Where it leads, without a port; null where the text begins after that. */
      readonly host: string | null;
    }
  /** It names a document, but cannot open it. */
  | {
      readonly kind: 'incomplete';
      readonly problem: 'key-missing' | 'key-too-short';
      readonly place: Omit<DocumentLink, 'key'>;
      readonly host: string | null;
    }
  /** It has the shape of a link, but one of its parts cannot be read. */
  | { readonly kind: 'unreadable'; readonly part: 'service' | 'document' };
