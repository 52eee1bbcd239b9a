import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface TagProps extends ComponentProps {
  readonly children: ReactNode;
}

/** The status of a thing, in a word or two on a colour. */
export function Tag({ classes, attributes, children }: TagProps) {
  return (
    <strong className={classNames('govuk-tag', classes)} {...attributes}>
      {children}
    </strong>
  );
}
