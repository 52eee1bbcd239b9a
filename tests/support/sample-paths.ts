import type { SampleLink } from '#sandbox/samples.ts';

type Query = Readonly<Record<string, string>>;

/** Path and query of the landing page of a sample. */
export function landingPath({ path }: SampleLink, query: Query = {}): string {
  return [path, new URLSearchParams(query).toString()].filter(Boolean).join('&');
}

/** Path and query of its e-mail form. */
export function formPath(sample: SampleLink, query: Query = {}): string {
  return landingPath(sample, query).replace('?', '/confirm-email-address?');
}

/** Path and query of its download page. */
export function downloadPath(sample: SampleLink, query: Query = {}): string {
  return landingPath(sample, query).replace('?', '/download?');
}
