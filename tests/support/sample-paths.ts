/** A document link as it was sent: path and query of its landing page. */
interface SentLink {
  readonly path: string;
}

type Query = Readonly<Record<string, string>>;

/** Path and query of the landing page of a document. */
export function landingPath({ path }: SentLink, query: Query = {}): string {
  return [path, new URLSearchParams(query).toString()].filter(Boolean).join('&');
}

/** Path and query of its e-mail form. */
export function formPath(sample: SentLink, query: Query = {}): string {
  return landingPath(sample, query).replace('?', '/confirm-email-address?');
}

/** Path and query of its download page. */
export function downloadPath(sample: SentLink, query: Query = {}): string {
  return landingPath(sample, query).replace('?', '/download?');
}
