import { english } from './english.tsx';
import { welsh } from './welsh.tsx';
import type { Words } from './words.ts';

/** The languages of the pages by their codes (BCP 47). */
const WORDS = { en: english, cy: welsh } as const satisfies Readonly<Record<string, Words>>;

/** The code of a language, as it stands in `lang` attributes. */
export type Language = keyof typeof WORDS;

/** Every language, in the order in which they are offered. */
export const languages: readonly Language[] = Object.keys(WORDS).filter(isLanguage);

/** For readers who ask for none of our languages. */
export const DEFAULT_LANGUAGE: Language = 'en';

/** What the pages say in a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}

/** The language with this code, or null where we do not have it. */
export function readLanguage(code: string | null | undefined): Language | null {
  return typeof code === 'string' && isLanguage(code) ? code : null;
}

function isLanguage(code: string): code is Language {
  return Object.hasOwn(WORDS, code);
}
