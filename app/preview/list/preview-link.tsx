import type { ReactNode } from 'react';

interface PreviewLinkProps {
  readonly href: string;
  /** Of the page, for those who read the links of a page without what is around them. */
  readonly title: string;
  readonly children: ReactNode;
}

/** A link to a preview of a page. */
export function PreviewLink({ href, title, children }: PreviewLinkProps) {
  return (
    <a className="govuk-link" href={href}>
      {children}
      <span className="govuk-visually-hidden">: {title}</span>
    </a>
  );
}
