import { Table } from '#lib/govuk/table.tsx';
import { languages, wordsOf } from '#lib/language/languages.ts';
import type { PreviewGroupWords, PreviewName } from '#lib/language/staff/preview-words.ts';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import { previewPath, type PreviewQuery } from '../previews/preview-stage.ts';
import { PreviewLink } from './preview-link.tsx';

interface PreviewTableProps {
  readonly group: keyof PreviewGroupWords;
  readonly names: readonly PreviewName[];
  readonly words: StaffWords;
  readonly query: PreviewQuery;
}

/** A group of previews, each in every language and at two widths. */
export function PreviewTable({ group, names, words, query }: PreviewTableProps) {
  const { groups, page, preview, widths } = words.previews;
  return (
    <Table
      caption={groups[group]}
      captionClasses="govuk-table__caption--m"
      head={[
        { text: page, classes: 'govuk-!-width-one-half' },
        { text: preview, classes: 'govuk-!-width-one-quarter' },
        { text: widths },
      ]}
      rows={names.map((name) => previewRow(name, words, query))}
      firstCellIsHeader
    />
  );
}

function previewRow(name: PreviewName, words: StaffWords, query: PreviewQuery) {
  const { titles, sideBySide } = words.previews;
  const title = titles[name];
  const inLanguages = languages.map((language) => (
    <li key={language}>
      <PreviewLink href={previewPath(name, { ...query, lang: language })} title={title}>
        <span lang={language}>{wordsOf(language).languageName}</span>
      </PreviewLink>
    </li>
  ));
  const widthsUrl = previewPath(`${name}/side-by-side`, query);
  return [
    { text: title },
    { text: <ul className="govuk-list govuk-!-margin-bottom-0">{inLanguages}</ul> },
    {
      text: (
        <PreviewLink href={widthsUrl} title={title}>
          {sideBySide}
        </PreviewLink>
      ),
    },
  ];
}
