import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface HintProps extends ComponentProps {
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

/** Help with a field, under its label. */
export function Hint({ id, classes, attributes, children }: HintProps) {
  return (
    <div id={id} className={classNames('govuk-hint', classes)} {...attributes}>
      {children}
    </div>
  );
}
