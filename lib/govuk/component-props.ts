import type { ReactNode } from 'react';

/** Attributes of an element by their names in HTML, for what a component has no option for. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * The options that every component takes.
 *
 * All options carry the names of the Nunjucks macros of GOV.UK Frontend, with one difference: where a
 * macro takes `text` or `html`, a component takes its `children`, and an option within an option
 * takes a React node as `text`. So nothing is ever HTML in a string, and nothing goes unescaped.
 */
export interface ComponentProps {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** What stands within a component, as an option of another component. */
export interface ContentProps extends ComponentProps {
  readonly text: ReactNode;
}
