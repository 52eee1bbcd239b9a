import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface LabelProps extends ComponentProps {
  /** The id of the field. */
  readonly for?: string | undefined;
  /** Whether the label is the heading of the page. */
  readonly isPageHeading?: boolean | undefined;
  readonly children?: ReactNode;
}

/** The name of a field. */
export function Label({ for: fieldId, isPageHeading, classes, attributes, children }: LabelProps) {
  if (!children) return null;
  const label = (
    <label className={classNames('govuk-label', classes)} htmlFor={fieldId} {...attributes}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
