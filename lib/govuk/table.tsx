import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { ComponentProps, ContentProps, Nothing } from './component-props.ts';

interface TableCell extends ContentProps {
  readonly format?: 'numeric' | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
}

interface TableProps extends ComponentProps {
  readonly caption?: ReactNode;
  readonly captionClasses?: string | undefined;
  readonly head?: readonly TableCell[] | undefined;
  readonly rows: readonly (readonly TableCell[] | Nothing)[];
  /** Whether the first cell of a row is what the row is about. */
  readonly firstCellIsHeader?: boolean | undefined;
}

/** Rows of values under the names of their columns. */
export function Table({ rows, firstCellIsHeader = false, ...table }: TableProps) {
  return (
    <table className={classNames('govuk-table', table.classes)} {...table.attributes}>
      {table.caption && (
        <caption className={classNames('govuk-table__caption', table.captionClasses)}>
          {table.caption}
        </caption>
      )}
      {table.head && <Head cells={table.head} />}
      <tbody className="govuk-table__body">
        {rows
          .filter((row) => !!row)
          .map((row, index) => (
            <Row key={index} cells={row} firstCellIsHeader={firstCellIsHeader} />
          ))}
      </tbody>
    </table>
  );
}

function Head({ cells }: { cells: readonly TableCell[] }) {
  return (
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">
        {cells.map((cell, index) => (
          <HeaderCell key={index} scope="col" {...cell} />
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly cells: readonly TableCell[];
  readonly firstCellIsHeader: boolean;
}

function Row({ cells, firstCellIsHeader }: RowProps) {
  return (
    <tr className="govuk-table__row">
      {cells.map((cell, index) =>
        firstCellIsHeader && index === 0 ? (
          <HeaderCell key={index} scope="row" {...cell} />
        ) : (
          <ValueCell key={index} {...cell} />
        ),
      )}
    </tr>
  );
}

function HeaderCell({ scope, ...cell }: TableCell & { readonly scope: 'col' | 'row' }) {
  const format = cell.format && `govuk-table__header--${cell.format}`;
  return (
    <th
      scope={scope}
      className={classNames('govuk-table__header', format, cell.classes)}
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </th>
  );
}

function ValueCell(cell: TableCell) {
  const format = cell.format && `govuk-table__cell--${cell.format}`;
  return (
    <td
      className={classNames('govuk-table__cell', format, cell.classes)}
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.text}
    </td>
  );
}
