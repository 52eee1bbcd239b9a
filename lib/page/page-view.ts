import type { Language } from '#lib/language/languages.ts';
import type { Words } from '#lib/language/words.ts';

/** What every page needs to know of its reader. */
export interface PageView {
  readonly language: Language;
  readonly words: Words;
  /** This very page in every language, the one that it is in included. */
  readonly languageLinks: readonly LanguageLink[];
}

export interface LanguageLink {
  readonly language: Language;
  readonly href: string;
}
