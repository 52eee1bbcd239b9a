import type { Service } from '#lib/documents/service.ts';
import type { PreviewName } from '#lib/language/staff/preview-words.ts';
import type { PageView } from '#lib/page/page-view.ts';
import { STAFF_PATH } from '#lib/staff/staff-sessions.ts';

/** What a preview is made of. */
export interface PreviewStage {
  readonly view: PageView;
  readonly service: Service;
  /** Of the form on the page. */
  readonly token: string;
  readonly now: Date;
  /** Where a button or a link of the page leads: through the previews, never to a document. */
  readonly linkTo: (page: PreviewName | 'file') => string;
}

/** Whatever follows the path of all previews: the service that is shown, and the language. */
export type PreviewQuery = Readonly<Record<string, string>>;

/** The path and query of a preview, or of another page for staff. */
export function previewPath(page: string, query: PreviewQuery): string {
  const search = new URLSearchParams(query).toString();
  return `${STAFF_PATH}${page === '' ? '' : `/${page}`}${search === '' ? '' : `?${search}`}`;
}
