import { classNames } from './class-names.ts';
import type { ComponentProps, ContentProps, Nothing } from './component-props.ts';

interface SummaryAction extends ContentProps {
  readonly href: string;
  /** What the action is about, for screen readers, such as `name` after `Change`. */
  readonly visuallyHiddenText?: string | undefined;
}

interface SummaryActions {
  readonly classes?: string | undefined;
  readonly items: readonly SummaryAction[];
}

interface SummaryRow {
  readonly key: ContentProps;
  readonly value: ContentProps;
  readonly actions?: SummaryActions | undefined;
  readonly classes?: string | undefined;
}

interface SummaryListProps extends ComponentProps {
  readonly rows: readonly (SummaryRow | Nothing)[];
}

/** Facts by their names, with what the reader may do about each. */
export function SummaryList({ rows, classes, attributes }: SummaryListProps) {
  const shown = rows.filter((row) => !!row);
  const hasActions = shown.some((row) => row.actions && row.actions.items.length > 0);
  return (
    <dl className={classNames('govuk-summary-list', classes)} {...attributes}>
      {shown.map((row, index) => (
        <Row key={index} row={row} lacksActions={hasActions && !row.actions} />
      ))}
    </dl>
  );
}

function Row({ row, lacksActions }: { row: SummaryRow; lacksActions: boolean }) {
  const { key, value, actions, classes } = row;
  return (
    <div
      className={classNames(
        'govuk-summary-list__row',
        lacksActions && 'govuk-summary-list__row--no-actions',
        classes,
      )}
    >
      <dt className={classNames('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd className={classNames('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {actions && actions.items.length > 0 && (
        <dd className={classNames('govuk-summary-list__actions', actions.classes)}>
          <Actions items={actions.items} />
        </dd>
      )}
    </div>
  );
}

function Actions({ items }: { items: readonly SummaryAction[] }) {
  const links = items.map((item, index) => <ActionLink key={index} {...item} />);
  if (links.length === 1) return links;
  return (
    <ul className="govuk-summary-list__actions-list">
      {links.map((link, index) => (
        <li key={index} className="govuk-summary-list__actions-list-item">
          {link}
        </li>
      ))}
    </ul>
  );
}

function ActionLink({ text, href, visuallyHiddenText, classes, attributes }: SummaryAction) {
  return (
    <a className={classNames('govuk-link', classes)} href={href} {...attributes}>
      {text}
      {visuallyHiddenText && <span className="govuk-visually-hidden"> {visuallyHiddenText}</span>}
    </a>
  );
}
