import { mailtoHref } from '#lib/documents/contact.ts';
import type { Service } from '#lib/documents/service.ts';
import type { Words } from './words.ts';

/** The end of a sentence that tells how to reach a service. */
interface ContactVariables {
  readonly before?: string;
  /** Without it the text is no link. */
  readonly href?: string;
  readonly text: string;
}

/** Null for a service that has not said how it is reached. */
export function describeContact(
  { name, contact }: Service,
  words: Words['contact'],
): ContactVariables | null {
  switch (contact.kind) {
    case 'none':
      return null;
    case 'web':
      return { href: contact.href, text: words.web(name) };
    case 'email':
      return { before: words.email, href: mailtoHref(contact.address), text: contact.address };
    case 'phone':
      return { before: words.phone, text: contact.text };
  }
}
