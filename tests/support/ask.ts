import { readPage, type ReadPage } from './read-page.ts';
import { newVisitor } from './visitors.ts';

/** An answer, and the page that it holds. */
export interface OpenedPage extends ReadPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** Asks, as a visitor of its own, for an answer as it is: a redirect is not followed. */
export function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has('x-forwarded-for')) headers.set('X-Forwarded-For', newVisitor());
  return fetch(url, { redirect: 'manual', ...init, headers });
}

/** Asks for a page and reads it. */
export async function openPage(url: string, init: RequestInit = {}): Promise<OpenedPage> {
  const { status, headers, body } = await ask(url, init);
  const html = await new Response(body).text();
  return { status, headers, html, ...readPage(html) };
}

/** Sends a form as a browser sends one of the same site. */
export function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { 'Sec-Fetch-Site': 'same-origin' },
): Promise<OpenedPage> {
  return openPage(url, { method: 'POST', body: new URLSearchParams(fields), headers });
}
