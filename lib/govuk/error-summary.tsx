import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Attributes, ComponentProps } from './component-props.ts';

interface SummarisedError {
  /** The field that is wrong, such as `#email_address`; without it the error is one of the whole form. */
  readonly href?: string | undefined;
  readonly text: ReactNode;
  readonly attributes?: Attributes | undefined;
}

interface ErrorSummaryProps extends ComponentProps {
  readonly titleText: ReactNode;
  readonly descriptionText?: ReactNode;
  readonly errorList?: readonly SummarisedError[] | undefined;
  /** Whether the summary leaves the focus where it is; otherwise the script of the page moves it here. */
  readonly disableAutoFocus?: boolean | undefined;
}

/** All that is wrong with a form, at the top of its page. */
export function ErrorSummary({
  titleText,
  descriptionText,
  errorList = [],
  disableAutoFocus,
  classes,
  attributes,
}: ErrorSummaryProps) {
  return (
    <div
      className={classNames('govuk-error-summary', classes)}
      data-disable-auto-focus={disableAutoFocus}
      data-module="govuk-error-summary"
      {...attributes}
    >
      {/* The alert is an element of its own, as it would be announced in parts if it took the focus too. */}
      <div role="alert">
        <h2 className="govuk-error-summary__title">{titleText}</h2>
        <div className="govuk-error-summary__body">
          {descriptionText && <p>{descriptionText}</p>}
          {errorList.length > 0 && <ErrorList errors={errorList} />}
        </div>
      </div>
    </div>
  );
}

function ErrorList({ errors }: { errors: readonly SummarisedError[] }) {
  return (
    <ul className="govuk-list govuk-error-summary__list">
      {errors.map(({ href, text, attributes }, index) => (
        <li key={index}>
          {href ? (
            <a href={href} {...attributes}>
              {text}
            </a>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  );
}
