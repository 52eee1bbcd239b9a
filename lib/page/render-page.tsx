import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server.edge';
import type { PageView } from './page-view.ts';

const encoder = new TextEncoder();

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
  const body = encoder.encode(renderHtml(page));
  return new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      'Content-Length': String(body.byteLength),
    },
  });
}

/** Renders a page to its HTML. */
export function renderHtml(page: ReactElement): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}
