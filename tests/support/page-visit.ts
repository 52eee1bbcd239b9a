import { get } from 'node:http';
import { readHtml, type HtmlElement } from './read-html.ts';

/** One thing that a browser fetches. */
export interface Fetched {
  readonly path: string;
  /** Everything that the server sent: status line, headers and body. */
  readonly bytes: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A page with all that a browser needs to show it. */
export interface PageVisit {
  readonly page: Fetched;
  readonly html: HtmlElement;
  /** What the page names: style sheets, scripts, preloaded fonts and the icon. */
  readonly files: readonly Fetched[];
}

/** As browsers of today accept it. */
const ACCEPT_ENCODING = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };

/** Fetches a page as a browser does that was never here. */
export async function visitPage(appUrl: string, path: string): Promise<PageVisit> {
  const page = await fetchBytes(appUrl + path);
  const html = readHtml(page.body);
  const files = await Promise.all(fileUrls(html).map((url) => fetchBytes(appUrl + url)));
  return { page, html, files };
}

/** All bytes of a visit. */
export function bytesOf(fetched: readonly Fetched[]): number {
  return fetched.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A connection of its own for each tells how much was sent for it. */
function fetchBytes(url: string): Promise<Fetched> {
  const { promise, resolve, reject } = Promise.withResolvers<Fetched>();
  get(url, { agent: false, headers: ACCEPT_ENCODING }, (response) => {
    const chunks: Buffer[] = [];
    const { socket, headers } = response;
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      resolve({ path: new URL(url).pathname, bytes: socket.bytesRead, headers, body });
    });
  }).once('error', reject);
  return promise;
}

function fileUrls({ elements }: HtmlElement): string[] {
  const links = elements.filter(({ tag }) => tag === 'link');
  const fetched = links.filter(({ attributes }) => isFetched(attributes['rel']));
  // A browser takes the icon that it understands best, which is the last.
  const icon = links.findLast(({ attributes }) => attributes['rel'] === 'icon');
  const scripts = elements.filter(({ tag, attributes }) => tag === 'script' && attributes['src']);
  const urls = [...fetched, ...(icon ? [icon] : []), ...scripts].map(
    ({ attributes }) => attributes['href'] ?? attributes['src'] ?? '',
  );
  return [...new Set(urls)];
}

function isFetched(rel: string | undefined): boolean {
  return rel === 'stylesheet' || rel === 'preload' || rel === 'modulepreload';
}
