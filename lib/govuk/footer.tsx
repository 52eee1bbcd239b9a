import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Attributes, ComponentProps } from './component-props.ts';
import { Logo } from './logo.tsx';

interface FooterLink {
  readonly href: string;
  readonly text: ReactNode;
  readonly attributes?: Attributes | undefined;
}

interface FooterMeta {
  /** Heading of the links, for screen readers. */
  readonly visuallyHiddenTitle: ReactNode;
  readonly items?: readonly FooterLink[] | undefined;
  readonly text?: ReactNode;
}

interface FooterProps extends ComponentProps {
  readonly containerClasses?: string | undefined;
  readonly meta?: FooterMeta | undefined;
}

/**
 * The crown and the links at the foot of a page.
 *
 * The licence and the copyright notice of GOV.UK Frontend link to the National Archives and are left
 * out: a link to a third party has no place beside a secret address.
 */
export function Footer({ containerClasses, meta, classes, attributes }: FooterProps) {
  return (
    <div className={classNames('govuk-footer', classes)} {...attributes}>
      <div className={classNames('govuk-width-container', containerClasses)}>
        <Logo classes="govuk-footer__crown" useLogotype={false} />
        <div className="govuk-footer__meta">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {meta && <Meta {...meta} />}
          </div>
        </div>
      </div>
    </div>
  );
}

function Meta({ visuallyHiddenTitle, items = [], text }: FooterMeta) {
  return (
    <>
      <h2 className="govuk-visually-hidden">{visuallyHiddenTitle}</h2>
      {items.length > 0 && (
        <ul className="govuk-footer__inline-list">
          {items.map((item, index) => (
            <li key={index} className="govuk-footer__inline-list-item">
              <a className="govuk-footer__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {text && <div className="govuk-footer__meta-custom">{text}</div>}
    </>
  );
}
