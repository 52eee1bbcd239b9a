import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface SkipLinkProps extends ComponentProps {
  /** The id of the content, such as `#main-content`. */
  readonly href: string;
  readonly children: ReactNode;
}

/** Lets a reader with a keyboard jump over the header, straight to the content. */
export function SkipLink({ href, classes, attributes, children }: SkipLinkProps) {
  return (
    <a
      href={href}
      className={classNames('govuk-skip-link', classes)}
      data-module="govuk-skip-link"
      {...attributes}
    >
      {children}
    </a>
  );
}
