import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';

interface SideBySidePageProps {
  readonly view: PageView;
  readonly words: StaffWords;
  readonly title: string;
  /** The whole page that is shown. */
  readonly framedHtml: string;
  readonly pageUrl: string;
  readonly listUrl: string;
}

/**
 * A preview as a phone shows it, beside the same as a desktop shows it.
 *
 * The frames hold the page themselves: no address of this program may be framed, by nobody.
 */
export function SideBySidePage(props: SideBySidePageProps) {
  const { view, words, title, framedHtml, pageUrl, listUrl } = props;
  const { phone, desktop, openPage } = words.previews;
  return (
    <Layout view={view} title={title} width="full">
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={pageUrl}>
            {openPage}
          </a>
        </li>
        <li>
          <a className="govuk-link" href={listUrl}>
            {words.shell.allPreviews}
          </a>
        </li>
      </ul>
      <div className="app-widths">
        <section className="app-widths__phone">
          <h2 className="govuk-heading-m">{phone}</h2>
          <iframe className="app-widths__frame" title={phone} srcDoc={framedHtml} />
        </section>
        <section className="app-widths__desktop" aria-labelledby="desktop" tabIndex={0}>
          <h2 className="govuk-heading-m" id="desktop">
            {desktop}
          </h2>
          <iframe className="app-widths__frame" title={desktop} srcDoc={framedHtml} />
        </section>
      </div>
    </Layout>
  );
}
