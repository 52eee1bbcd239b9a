import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface BackLinkProps extends ComponentProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** The way to the page before, above the content. */
export function BackLink({ href, classes, attributes, children }: BackLinkProps) {
  return (
    <a href={href} className={classNames('govuk-back-link', classes)} {...attributes}>
      {children}
    </a>
  );
}
