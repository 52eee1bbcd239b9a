import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps } from './component-props.ts';

interface NotificationBannerProps extends ComponentProps {
  readonly titleText: ReactNode;
  /** Has to be given where a page has two banners. */
  readonly titleId?: string | undefined;
  readonly titleHeadingLevel?: 2 | 3 | 4 | undefined;
  /** A banner of success is read out at once and takes the focus. */
  readonly type?: 'success' | undefined;
  readonly role?: string | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  /** A mere string becomes the heading of the banner. */
  readonly children: ReactNode;
}

/** News beside the matter of a page, such as the outcome of what the reader has just done. */
export function NotificationBanner({
  titleText,
  titleId = 'govuk-notification-banner-title',
  titleHeadingLevel = 2,
  type,
  role = type === 'success' ? 'alert' : 'region',
  ...banner
}: NotificationBannerProps) {
  const Heading = `h${titleHeadingLevel}` as const;
  return (
    <div
      className={classNames(
        'govuk-notification-banner',
        type === 'success' && 'govuk-notification-banner--success',
        banner.classes,
      )}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={banner.disableAutoFocus}
      {...banner.attributes}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={titleId}>
          {titleText}
        </Heading>
      </div>
      <div className="govuk-notification-banner__content">
        <BannerContent>{banner.children}</BannerContent>
      </div>
    </div>
  );
}

function BannerContent({ children }: { children: ReactNode }) {
  if (typeof children !== 'string') return children;
  return <p className="govuk-notification-banner__heading">{children}</p>;
}
