import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface InsetTextProps extends ComponentProps {
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** Text set apart from what surrounds it by a bar at its side. */
export function InsetText({ id, classes, attributes, children }: InsetTextProps) {
  return (
    <div id={id} className={classNames('govuk-inset-text', classes)} {...attributes}>
      {children}
    </div>
  );
}
