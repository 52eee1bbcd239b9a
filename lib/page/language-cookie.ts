import { LANGUAGE_COOKIE } from '#lib/language/choose-language.ts';
import type { Language } from '#lib/language/languages.ts';
import type { Cookie } from '#lib/session/set-cookie.ts';

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the language that a reader chose, for all pages. */
export function languageCookie(language: Language, secure: boolean): Cookie {
  return {
    name: LANGUAGE_COOKIE,
    value: language,
    path: '/',
    secure,
    maxAgeSeconds: ONE_YEAR_SECONDS,
  };
}
