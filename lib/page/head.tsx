import { assetUrl, FONT_URLS } from './assets.ts';
import type { StaffView } from './page-view.ts';

/** Of the GOV.UK header, for browsers that colour their own bars like the page. */
const GOVUK_BLUE = '#1d70b8';

interface HeadProps {
  readonly title: string;
  readonly staff: StaffView | undefined;
}

/** What a browser is told about a page. */
export function Head({ title, staff }: HeadProps) {
  return (
    <head>
      <meta charSet="utf-8" />
      {staff?.isFramed && <base target="_top" />}
      <title>{`${title} – GOV.UK`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content={GOVUK_BLUE} />
      <meta name="robots" content="noindex, nofollow" />
      <link rel="icon" sizes="48x48" href={assetUrl('favicon.ico')} />
      <link rel="icon" sizes="any" href={assetUrl('favicon.svg')} type="image/svg+xml" />
      <link rel="mask-icon" href={assetUrl('govuk-icon-mask.svg')} color={GOVUK_BLUE} />
      <link rel="apple-touch-icon" href={assetUrl('govuk-icon-180.png')} />
      {FONT_URLS.map((url) => (
        // Without it a browser asks for a font only once it has read the style sheet.
        <link
          key={url}
          rel="preload"
          href={url}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      ))}
      <link rel="stylesheet" href={assetUrl('application.css')} />
      {staff && <link rel="stylesheet" href={assetUrl('staff.css')} />}
      <script type="module" src={assetUrl('application.js')} />
    </head>
  );
}
