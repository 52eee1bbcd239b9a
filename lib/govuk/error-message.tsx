import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface ErrorMessageProps extends ComponentProps {
  readonly id?: string | undefined;
  /** The word that a screen reader says first, without its colon, such as `Error`; empty for none. */
  readonly visuallyHiddenText: string;
  readonly children: ReactNode;
}

/** What is wrong with a field, above it. */
export function ErrorMessage({
  id,
  visuallyHiddenText,
  classes,
  attributes,
  children,
}: ErrorMessageProps) {
  return (
    <p id={id} className={classNames('govuk-error-message', classes)} {...attributes}>
      {visuallyHiddenText && (
        <>
          <span className="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {children}
    </p>
  );
}
