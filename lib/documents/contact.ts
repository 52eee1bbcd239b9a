import { parseEmailAddress } from './email-address.ts';
import { readableText, shortenText } from './readable-text.ts';

/** How a reader can ask a service for help. */
export type Contact =
  | { readonly kind: 'none' }
  /** `href` is always `http:` or `https:`. */
  | { readonly kind: 'web'; readonly href: string }
  /** The address as it is shown; a link to it is {@link mailtoHref}. */
  | { readonly kind: 'email'; readonly address: string }
  /** A telephone number, or anything else that the service wrote. */
  | { readonly kind: 'phone'; readonly text: string };

const MAX_TEXT_LENGTH = 255;
const WEB_ADDRESS = /^https?:\/\/\S+$/i;
const RESERVED_IN_MAILTO = /[^\w.!$'*+@~-]/gu;

/**
 * Tells what the contact details of a service are. Services write them freely, so whatever is not
 * plainly a web or e-mail address (`javascript:` included) is text to be read, never a link.
 */
export function parseContact(text: string | null): Contact {
  const readable = readableText(text ?? '');
  if (readable === '') return { kind: 'none' };
  if (WEB_ADDRESS.test(readable) && URL.canParse(readable)) return { kind: 'web', href: readable };
  const email = parseEmailAddress(readable);
  if (email.kind === 'valid') return { kind: 'email', address: email.address.reveal() };
  return { kind: 'phone', text: shortenText(readable, MAX_TEXT_LENGTH) };
}

/** The text of a contact, from which {@link parseContact} makes the same again; null where there is none. */
export function contactText(contact: Contact): string | null {
  switch (contact.kind) {
    case 'none':
      return null;
    case 'web':
      return contact.href;
    case 'email':
      return contact.address;
    case 'phone':
      return contact.text;
  }
}

/** A link to an e-mail address, encoded so that nothing in it can add a subject or another recipient. */
export function mailtoHref(address: string): string {
  return `mailto:${address.replace(RESERVED_IN_MAILTO, encodeURIComponent)}`;
}
