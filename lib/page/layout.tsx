import type { ReactNode } from 'react';
import { BackLink } from '#lib/govuk/back-link.tsx';
import { Footer } from '#lib/govuk/footer.tsx';
import { Header } from '#lib/govuk/header.tsx';
import { LanguageNavigation } from '#lib/govuk/language-navigation.tsx';
import { SkipLink } from '#lib/govuk/skip-link.tsx';
import { wordsOf } from '#lib/language/languages.ts';
import { Head } from './head.tsx';
import type { PageView } from './page-view.ts';
import { renderedOnce } from './rendered-once.ts';

interface LayoutProps {
  readonly view: PageView;
  /** Title and main heading of the page. */
  readonly title: string;
  /** What is wrong with the form on the page; the title then says so too. */
  readonly errorSummary?: ReactNode;
  readonly backUrl?: string | undefined;
  /** Of the content; lines of text are best read at two thirds. */
  readonly width?: 'two-thirds' | 'full';
  readonly children: ReactNode;
}

/** A whole page: what stands around the content of every page, and its heading. */
export function Layout({ view, title, errorSummary, backUrl, width, children }: LayoutProps) {
  const { staff, words } = view;
  const { shell } = words;
  return (
    <html lang={view.language} className="govuk-template">
      <Head title={errorSummary ? `${shell.error}: ${title}` : title} staff={staff} />
      <body className="govuk-template__body">
        <SkipLink href="#main-content">{shell.skipToContent}</SkipLink>
        <header className="govuk-template__header" dangerouslySetInnerHTML={headerOf(words)} />
        <div className="govuk-width-container">
          <LanguageChoice view={view} />
          {backUrl && (
            // A landmark, since whoever moves from one to the next would not come upon the link.
            <nav aria-label={shell.back}>
              <BackLink href={backUrl}>{shell.back}</BackLink>
            </nav>
          )}
          <main className="govuk-main-wrapper" id="main-content">
            <div className="govuk-grid-row">
              <div className={`govuk-grid-column-${width ?? 'two-thirds'}`}>
                {staff?.banner}
                {errorSummary}
                <h1 className="govuk-heading-l">{title}</h1>
                {children}
              </div>
            </div>
          </main>
        </div>
        <footer className="govuk-template__footer" dangerouslySetInnerHTML={footerOf(words)} />
      </body>
    </html>
  );
}

function LanguageChoice({ view }: { readonly view: PageView }) {
  return (
    <LanguageNavigation
      ariaLabel={view.words.shell.chooseLanguage}
      items={view.languageLinks.map(({ language, href }) => ({
        href,
        text: wordsOf(language).languageName,
        lang: language,
        current: language === view.language,
      }))}
    />
  );
}

const headerOf = renderedOnce(() => <Header />);

const footerOf = renderedOnce(({ cookies, shell }: PageView['words']) => (
  <Footer
    meta={{
      visuallyHiddenTitle: shell.supportLinks,
      items: [{ href: '/cookies', text: cookies.title }],
    }}
  />
));
