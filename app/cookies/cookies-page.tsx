import { Fragment } from 'react';
import { Table } from '#lib/govuk/table.tsx';
import { LANGUAGE_COOKIE } from '#lib/language/choose-language.ts';
import type { Words } from '#lib/language/words.ts';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import { ACCESS_COOKIE } from '#lib/session/access-cookie.ts';
import { CONFIRMATION_COOKIE } from '#lib/session/confirmations.ts';

/** Tells which cookies there are, what for and for how long. */
export function CookiesPage({ view }: { readonly view: PageView }) {
  const words = view.words.cookies;
  const head = [words.name, words.purpose, words.expires];
  return (
    <Layout view={view} title={words.title}>
      <Paragraphs texts={[words.whatTheyAre, words.onlyNeeded]} />
      <Table
        caption={words.caption}
        captionClasses="govuk-table__caption--m"
        classes="govuk-table--small-text-until-tablet"
        head={head.map((text) => ({ text }))}
        rows={cookieRows(words).map(([name, ...cells]) => [
          { text: <CookieName name={name} /> },
          ...cells.map((text) => ({ text })),
        ])}
        firstCellIsHeader
      />
    </Layout>
  );
}

/** A name that a narrow column may break after its low lines, and nowhere else. */
function CookieName({ name }: { readonly name: string }) {
  return (
    <span className="app-cookie-name">
      {name.split(/(?<=_)/).map((part) => (
        <Fragment key={part}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}

function cookieRows(words: Words['cookies']): readonly (readonly [string, string, string])[] {
  return [
    [LANGUAGE_COOKIE, words.language, words.afterOneYear],
    [CONFIRMATION_COOKIE, words.confirmation, words.whenBrowserCloses],
    [ACCESS_COOKIE, words.access, words.whenBrowserCloses],
  ];
}
