import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface DetailsProps extends ComponentProps {
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
  /** What the reader presses. */
  readonly summaryText: ReactNode;
  readonly children: ReactNode;
}

/** Text that few readers need, folded away under a line that opens it. */
export function Details({ id, open, summaryText, classes, attributes, children }: DetailsProps) {
  return (
    <details id={id} className={classNames('govuk-details', classes)} open={open} {...attributes}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summaryText}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
