import type { ReactNode } from 'react';
import { BackLink } from '#lib/govuk/back-link.tsx';
import { Button } from '#lib/govuk/button.tsx';
import { Details } from '#lib/govuk/details.tsx';
import { ErrorMessage } from '#lib/govuk/error-message.tsx';
import { ErrorSummary } from '#lib/govuk/error-summary.tsx';
import { Footer } from '#lib/govuk/footer.tsx';
import { Header } from '#lib/govuk/header.tsx';
import { Hint } from '#lib/govuk/hint.tsx';
import { Input } from '#lib/govuk/input.tsx';
import { InsetText } from '#lib/govuk/inset-text.tsx';
import { Label } from '#lib/govuk/label.tsx';
import { LanguageNavigation } from '#lib/govuk/language-navigation.tsx';
import { NotificationBanner } from '#lib/govuk/notification-banner.tsx';
import { Select } from '#lib/govuk/select.tsx';
import { SkipLink } from '#lib/govuk/skip-link.tsx';
import { SummaryList } from '#lib/govuk/summary-list.tsx';
import { Table } from '#lib/govuk/table.tsx';
import { Tag } from '#lib/govuk/tag.tsx';
import { Textarea } from '#lib/govuk/textarea.tsx';
import { WarningText } from '#lib/govuk/warning-text.tsx';
import type { Fixture } from './fixtures.ts';

/** Props that are given where a fixture leaves them to a default of the macro. */
export interface Defaults {
  readonly [prop: string]: string | readonly [] | Defaults;
}

/** How a component of ours stands to the macro of the same name. */
interface SupportedComponent {
  readonly component: (props: never) => ReactNode;
  /** How many fixtures use supported options only: what a new version of the macros may change. */
  readonly comparable: number;
  /** Options that the component does not have, with the reason. */
  readonly unsupported?: Readonly<Record<string, string>>;
  /** What the macro says or links to when it is not told; here it must be told. */
  readonly defaults?: (options: Fixture['options']) => Defaults;
  /** Whole `class` attributes of elements that the macro always renders and the component never. */
  readonly leftOut?: readonly string[];
}

const fieldDefaults = () => ({ errorMessage: { visuallyHiddenText: 'Error' } });

export const supportedComponents: Readonly<Record<string, SupportedComponent>> = {
  'back-link': {
    component: BackLink,
    comparable: 7,
    defaults: () => ({ href: '#', children: 'Back' }),
  },
  button: {
    component: Button,
    comparable: 35,
    unsupported: {
      isStartButton: 'nothing starts here: every reader comes by a link in an e-mail',
    },
  },
  details: { component: Details, comparable: 10 },
  'error-message': {
    component: ErrorMessage,
    comparable: 9,
    defaults: () => ({ visuallyHiddenText: 'Error' }),
  },
  'error-summary': { component: ErrorSummary, comparable: 19 },
  footer: {
    component: Footer,
    comparable: 12,
    unsupported: {
      contentLicence:
        'the documents are not ours to license, and the licence is a third party’s page',
      copyright:
        'the macro links it to a third party, which must not learn where a reader comes from',
      navigation: 'a program of three pages has no sections',
    },
    defaults: () => ({ meta: { visuallyHiddenTitle: 'Support links' } }),
    leftOut: [
      'govuk-footer__licence-logo',
      'govuk-footer__licence-description',
      'govuk-footer__meta-item',
    ],
  },
  header: { component: Header, comparable: 6, defaults: () => ({ homepageUrl: '//gov.uk' }) },
  hint: { component: Hint, comparable: 6 },
  input: { component: Input, comparable: 45, defaults: fieldDefaults },
  'inset-text': { component: InsetText, comparable: 6 },
  label: { component: Label, comparable: 17 },
  'language-navigation': {
    component: LanguageNavigation,
    comparable: 13,
    defaults: () => ({ ariaLabel: 'Language' }),
  },
  'notification-banner': {
    component: NotificationBanner,
    comparable: 20,
    unsupported: {
      'attributes.tabindex': 'the script of the page sets it, and only to move the focus',
    },
    defaults: ({ type }) => ({ titleText: type === 'success' ? 'Success' : 'Important' }),
  },
  select: {
    component: Select,
    comparable: 14,
    unsupported: { 'items.selected': 'the chosen item is named in one place, by `value`' },
    defaults: () => ({ ...fieldDefaults(), items: [] }),
  },
  'skip-link': { component: SkipLink, comparable: 9, defaults: () => ({ href: '#content' }) },
  'summary-list': {
    component: SummaryList,
    comparable: 21,
    unsupported: { card: 'no page shows the facts of more than one thing' },
  },
  table: { component: Table, comparable: 21 },
  tag: { component: Tag, comparable: 12 },
  textarea: { component: Textarea, comparable: 18, defaults: fieldDefaults },
  'warning-text': {
    component: WarningText,
    comparable: 8,
    defaults: () => ({ iconFallbackText: 'Warning' }),
  },
};
