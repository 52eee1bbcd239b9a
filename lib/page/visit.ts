import { chooseLanguage, LANGUAGE_COOKIE } from '#lib/language/choose-language.ts';
import { languages, readLanguage, wordsOf, type Language } from '#lib/language/languages.ts';
import type { PageView } from './page-view.ts';
import { readCookie } from './read-cookie.ts';

/** A request as the pages see it: parsed once, here. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly view: PageView;
  /** The language that the URL asks for, if it asks for one. */
  readonly chosenLanguage: Language | null;
  /** What links to the next page carry so that it is in the language that this URL asks for. */
  readonly languageQuery: Readonly<Record<string, string>>;
  readonly cookie: (name: string) => string | undefined;
}

/** Reads the visitor's language and cookies from a request. */
export function readVisit(request: Request): Visit {
  const url = new URL(request.url);
  const cookies = request.headers.get('cookie') ?? '';
  const cookie = (name: string) => readCookie(cookies, name);
  const chosenLanguage = readLanguage(url.searchParams.get('lang'));
  const language = chooseLanguage({
    query: chosenLanguage,
    cookie: cookie(LANGUAGE_COOKIE),
    acceptLanguage: request.headers.get('accept-language'),
  });
  return {
    request,
    url,
    view: { language, words: wordsOf(language), languageLinks: linkLanguages(url) },
    chosenLanguage,
    languageQuery: chosenLanguage === null ? {} : { lang: chosenLanguage },
    cookie,
  };
}

/** This very page in each language. */
function linkLanguages({ pathname, searchParams }: URL): PageView['languageLinks'] {
  return languages.map((language) => {
    const query = new URLSearchParams(searchParams);
    query.set('lang', language);
    return { language, href: `${pathname}?${query.toString()}` };
  });
}
