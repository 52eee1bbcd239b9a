import { DEFAULT_LANGUAGE, languages, readLanguage, type Language } from './languages.ts';

/** The name of the cookie that keeps the language which a reader chose. */
export const LANGUAGE_COOKIE = 'language';

/** Where a request may say which language its reader wants. */
export interface LanguageWishes {
  /** The value of `?lang=`. */
  readonly query: string | null;
  /** The value of {@link LANGUAGE_COOKIE}. */
  readonly cookie: string | undefined;
  /** The `Accept-Language` header. */
  readonly acceptLanguage: string | null;
}

/** The language of a page: what the reader chose, else what their browser prefers, else the default. */
export function chooseLanguage({ query, cookie, acceptLanguage }: LanguageWishes): Language {
  return (
    readLanguage(query) ??
    readLanguage(cookie) ??
    preferredLanguage(acceptLanguage ?? '') ??
    DEFAULT_LANGUAGE
  );
}

/** One range of an `Accept-Language` header (RFC 9110, 12.5.4), down to its language. */
interface LanguageRange {
  /** In lower case and without region or script: `cy` for `cy-GB`. */
  readonly language: string;
  /** From 0, which refuses the language, to 1. */
  readonly quality: number;
}

/** A list longer than any browser sends is not read to its end. */
const MAX_HEADER_LENGTH = 1000;
const RANGE =
  /^([a-z]{1,8}|\*)(?:-[a-z0-9-]+)?[ \t]*(?:;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

/** The most wanted of our languages; among equals the one that the header names first. */
function preferredLanguage(acceptLanguage: string): Language | null {
  const ranges = acceptLanguage.slice(0, MAX_HEADER_LENGTH).split(',').flatMap(readRange);
  const byName = ranges.filter(({ quality }) => quality > 0);
  const [best] = byName
    .toSorted((one, other) => other.quality - one.quality)
    .flatMap(({ language }) => (language === '*' ? anyOtherThan(ranges) : readLanguage(language)))
    .filter((language) => language !== null);
  return best ?? null;
}

function anyOtherThan(ranges: readonly LanguageRange[]): readonly Language[] {
  const named = new Set(ranges.map(({ language }) => language));
  return languages.filter((language) => !named.has(language));
}

function readRange(text: string): readonly LanguageRange[] {
  const [, language, quality = '1'] = RANGE.exec(text.trim()) ?? [];
  return language === undefined
    ? []
    : [{ language: language.toLowerCase(), quality: Number(quality) }];
}
