import type { ReactNode } from 'react';

/** Attributes of an element by their names in HTML, for what no option is for; they win over options. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * The options that every component takes.
 *
 * All options carry the names of the Nunjucks macros of GOV.UK Frontend, with two differences. Where
 * a macro takes `text` or `html`, a component takes its `children`, and an option within an option
 * takes a React node as `text`: so nothing is ever HTML in a string, and nothing goes unescaped. And
 * words that a macro has a default for must be given: a default would be English in every language.
 */
export interface ComponentProps {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What stands within a component, as an option of another component. */
export interface ContentProps extends ComponentProps {
  readonly text: ReactNode;
}

/** What a list passes over, so that an item can be left out by `condition && item`. */
export type Nothing = null | undefined | false | '';
