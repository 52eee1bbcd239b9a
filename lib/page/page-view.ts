import type { ReactNode } from 'react';
import type { Language } from '#lib/language/languages.ts';
import type { Words } from '#lib/language/words.ts';

/** What every page needs to know of its reader. */
export interface PageView {
  readonly language: Language;
  readonly words: Words;
  /** This very page in every language, the one that it is in included. */
  readonly languageLinks: readonly LanguageLink[];
  /** What support staff get in addition. */
  readonly staff?: StaffView;
}

/** What no page has that a citizen gets. */
export interface StaffView {
  /** Stands above the heading. */
  readonly banner?: ReactNode;
  /** Whether the page is shown small within another: its links then lead out of there. */
  readonly isFramed?: boolean;
}

export interface LanguageLink {
  readonly language: Language;
  readonly href: string;
}
