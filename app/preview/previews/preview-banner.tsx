import type { ReactNode } from 'react';
import { NotificationBanner } from '#lib/govuk/notification-banner.tsx';
import type { PreviewWords } from '#lib/language/staff/preview-words.ts';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';

interface PreviewBannerProps {
  readonly words: StaffWords;
  readonly listUrl: string;
  readonly sideBySideUrl: string;
}

/** Tells a preview from the real page, and leads back from it. */
export function PreviewBanner({ words, listUrl, sideBySideUrl }: PreviewBannerProps) {
  return (
    <PreviewNotice words={words.previews}>
      <p className="govuk-body">
        <BannerLink href={listUrl}>{words.shell.allPreviews}</BannerLink>
      </p>
      <p className="govuk-body">
        <BannerLink href={sideBySideUrl}>{words.previews.seeWidths}</BannerLink>
      </p>
    </PreviewNotice>
  );
}

interface PreviewNoticeProps {
  readonly words: PreviewWords;
  readonly children?: ReactNode;
}

/** The banner alone, for a page that is shown within another. */
export function PreviewNotice({ words, children }: PreviewNoticeProps) {
  return (
    <NotificationBanner titleText={words.bannerTitle}>
      <p className="govuk-notification-banner__heading">{words.bannerText}</p>
      {children}
    </NotificationBanner>
  );
}

function BannerLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a className="govuk-notification-banner__link" href={href}>
      {children}
    </a>
  );
}
