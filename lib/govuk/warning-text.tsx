import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface WarningTextProps extends ComponentProps {
  /** What the exclamation mark says to a screen reader, such as `Warning`. */
  readonly iconFallbackText: ReactNode;
  readonly children: ReactNode;
}

/** What will happen to a reader who does or does not do something. */
export function WarningText({ iconFallbackText, classes, attributes, children }: WarningTextProps) {
  return (
    <div className={classNames('govuk-warning-text', classes)} {...attributes}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{iconFallbackText}</span> {children}
      </strong>
    </div>
  );
}
