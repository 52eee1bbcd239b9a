import type { Language } from '../languages.ts';
import { englishForStaff } from './english.tsx';
import type { StaffWords } from './staff-words.ts';
import { welshForStaff } from './welsh.tsx';

const WORDS: Readonly<Record<Language, StaffWords>> = { en: englishForStaff, cy: welshForStaff };

/** What the pages for support staff say in a language. */
export function staffWordsOf(language: Language): StaffWords {
  return WORDS[language];
}
