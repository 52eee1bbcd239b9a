import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server.edge';
import { wholeAnswer } from '#lib/request/whole-answer.ts';
import type { PageView } from './page-view.ts';

/**
 * Renders a page to the answer that carries it.
 *
 * The body is written in one piece with its length, so that a reader has either all of a page or,
 * when a component throws, none of it.
 */
export function renderPage(
  page: ReactElement,
  { language }: Pick<PageView, 'language'>,
  status: number,
): Response {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': language };
  return wholeAnswer(renderHtml(page), { status, headers });
}

/** Renders a page to its HTML. */
export function renderHtml(page: ReactElement): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}
