import type { Contact } from './contact.ts';
import { readableText, shortenText } from './readable-text.ts';

/** The public service that sent a document. */
export interface Service {
  /** UUID in lower case. */
  readonly id: string;
  /** As {@link readableServiceName} gives it. */
  readonly name: string;
  readonly contact: Contact;
  readonly active: boolean;
}

/** As long as names may be in Notify. */
const MAX_NAME_LENGTH = 255;

/** The name of a service for a page, without what could break or spoof it. */
export function readableServiceName(name: string): string {
  return shortenText(readableText(name), MAX_NAME_LENGTH);
}
