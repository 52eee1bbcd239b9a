import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';
import { Logo } from './logo.tsx';

interface HeaderProps extends ComponentProps {
  readonly homepageUrl?: string | undefined;
  readonly productName?: ReactNode;
  /** Instead of the usual width of a page. */
  readonly containerClasses?: string | undefined;
}

/** The blue bar with the GOV.UK logo. It links to www.gov.uk by an absolute, secure address. */
export function Header({
  homepageUrl = 'https://www.gov.uk/',
  productName,
  containerClasses = 'govuk-width-container',
  classes,
  attributes,
}: HeaderProps) {
  return (
    <div className={classNames('govuk-header', classes)} {...attributes}>
      <div className={classNames('govuk-header__container', containerClasses)}>
        <div className="govuk-header__logo">
          <a href={homepageUrl} className="govuk-header__homepage-link">
            <Logo classes="govuk-header__logotype" ariaLabelText="GOV.UK" />
            {productName && <span className="govuk-header__product-name">{productName}</span>}
          </a>
        </div>
      </div>
    </div>
  );
}
