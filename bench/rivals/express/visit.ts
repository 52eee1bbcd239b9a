import type { Request, Response } from 'express';
import type { TraceNames } from '#lib/request/trace-headers.ts';
import { isLanguage, type Language } from './words.ts';

/** What the handlers of a request tell each other. */
export interface Locals extends Record<string, unknown> {
  readonly trace: TraceNames;
}

/** The parts of a path that a route names. */
export type Params = Readonly<Record<string, string>>;

export type Visit = Request<Params, unknown, unknown, URLSearchParams, Locals>;
export type Answer = Response<unknown, Locals>;

/** The language that the URL asks for; null where it asks for none that we have. */
export function chosenLanguage(query: URLSearchParams): Language | null {
  const code = query.get('lang') ?? '';
  return isLanguage(code) ? code : null;
}

/** The language of a page: what the URL asks for, else what the browser prefers, else English. */
export function languageOf(request: Pick<Visit, 'query' | 'acceptsLanguages'>): Language {
  const preferred = request.acceptsLanguages('en', 'cy');
  return chosenLanguage(request.query) ?? (preferred === 'cy' ? 'cy' : 'en');
}
