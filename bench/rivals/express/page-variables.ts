import type { Visit } from './visit.ts';
import { wordsOf, type Language } from './words.ts';

const LANGUAGES: readonly Language[] = ['en', 'cy'];

/** What the layout of every page wants to know. */
export function pageVariables({ path, query }: Visit, language: Language, title: string) {
  return {
    title,
    htmlLang: language,
    words: wordsOf(language),
    languageItems: LANGUAGES.map((code) => ({
      text: wordsOf(code).languageName,
      lang: code,
      href: `${path}?${queryIn(query, code)}`,
      current: code === language,
    })),
  };
}

function queryIn(query: URLSearchParams, language: Language): string {
  const changed = new URLSearchParams(query);
  changed.set('lang', language);
  return changed.toString();
}
