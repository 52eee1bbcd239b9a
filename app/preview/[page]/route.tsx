import { parseEmailAddress, type ParsedEmailAddress } from '#lib/documents/email-address.ts';
import type { PreviewName } from '#lib/language/staff/preview-words.ts';
import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { refuseMethod } from '#lib/page/page-route.tsx';
import { redirect } from '#lib/page/redirect.ts';
import { renderPage } from '#lib/page/render-page.tsx';
import { openPreview, queryOf } from '../previews/open-preview.ts';
import { PreviewBanner } from '../previews/preview-banner.tsx';
import { previewPath } from '../previews/preview-stage.ts';
import { isPreviewName, previews } from '../previews/previews.tsx';
import { staffRoute } from '../staff-route.tsx';
import type { StaffVisit } from '../staff-visit.ts';

interface Params {
  readonly page: string;
}

/** The address that all e-mail forms are sent to. */
const FORM: PreviewName = 'email-form';

/** Where the form leads, as on the real page, except that no address is wrong. */
const AFTER_FORM: Readonly<Record<ParsedEmailAddress['kind'], PreviewName>> = {
  empty: 'email-form-empty',
  malformed: 'email-form-malformed',
  valid: 'download',
};

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = staffRoute<Params>(
  {
    GET: (visit) => {
      const { view, params } = visit;
      if (!isPreviewName(params.page)) return renderPage(<NotFoundPage view={view} />, view, 404);
      return showPreview(visit, params.page);
    },
    POST: (visit, fields) => {
      if (visit.params.page !== FORM) return refuseMethod('GET, HEAD')(visit);
      const { kind } = parseEmailAddress(fields.get('email_address') ?? '');
      return redirect(previewPath(AFTER_FORM[kind], queryOf(visit)));
    },
  },
  // Staff who look at a preview in Welsh need not read Welsh on the next page.
  { keepsLanguage: false },
);

/** Shows a page as citizens get it, under the banner that tells it from theirs. */
async function showPreview(visit: StaffVisit<Params>, name: PreviewName): Promise<Response> {
  const opened = await openPreview(visit, name);
  if (opened.kind === 'answer') return opened.answer;
  const { stage, listUrl } = opened;
  const banner = (
    <PreviewBanner
      words={visit.staffWords}
      listUrl={listUrl}
      sideBySideUrl={previewPath(`${name}/side-by-side`, queryOf(visit))}
    />
  );
  const view = { ...stage.view, staff: { banner } };
  return renderPage(previews[name]({ ...stage, view }), view, 200);
}
