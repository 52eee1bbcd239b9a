import type { ReactNode } from 'react';
import { mailtoHref } from '#lib/documents/contact.ts';
import type { Service } from '#lib/documents/service.ts';
import type { PageView } from './page-view.ts';

interface ServiceContactProps {
  readonly view: PageView;
  readonly service: Service;
  /** The sentence that ends in the way to reach the service. */
  readonly sentence: (contact: ReactNode) => ReactNode;
}

/** Tells how to reach a service; nothing for a service that has not said how. */
export function ServiceContact({ view, service, sentence }: ServiceContactProps) {
  const contact = describeContact(service, view.words.contact);
  return contact && <p className="govuk-body">{sentence(contact)}</p>;
}

function describeContact(
  { name, contact }: Service,
  words: PageView['words']['contact'],
): ReactNode {
  switch (contact.kind) {
    case 'none':
      return null;
    case 'web':
      return link(contact.href, words.web(name));
    case 'email':
      return words.email(link(mailtoHref(contact.address), contact.address));
    case 'phone':
      return words.phone(contact.text);
  }
}

function link(href: string, text: string): ReactNode {
  return (
    <a className="govuk-link" href={href}>
      {text}
    </a>
  );
}
