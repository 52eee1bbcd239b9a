import type { PreviewName } from '#lib/language/staff/preview-words.ts';
import { redirect } from '#lib/page/redirect.ts';
import { wiring } from '#lib/wiring.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { chooseService, readServiceWish, serviceQuery } from './chosen-service.ts';
import { previewPath, type PreviewQuery, type PreviewStage } from './preview-stage.ts';

/** Everything that a preview needs but its banner, or the answer in its place. */
export type OpenedPreview =
  | {
      readonly kind: 'stage';
      readonly stage: PreviewStage;
      /** The list of previews, in the language of staff. */
      readonly listUrl: string;
    }
  | { readonly kind: 'answer'; readonly answer: Response };

/** Gets the service for a preview, and writes down whose pages were looked at. */
export async function openPreview(
  visit: StaffVisit<unknown>,
  page: PreviewName,
): Promise<OpenedPreview> {
  const { url, view, staffWords, session } = visit;
  const wish = readServiceWish(url);
  const listUrl = previewPath('', serviceQuery(wish));
  const chosen = await chooseService(wish, staffWords);
  if (chosen.kind === 'problem') {
    const verdict = chosen.problem === 'unavailable' ? 'unavailable' : 'no-service';
    wiring().audit('preview', verdict, { staff: session, page });
    return { kind: 'answer', answer: redirect(listUrl) };
  }
  const { service, isReal } = chosen;
  if (isReal) wiring().audit('preview', 'shown', { staff: session, page, serviceId: service.id });
  const stage = {
    view,
    service,
    token: session.formToken.reveal(),
    now: new Date(),
    linkTo: (other: string) => previewPath(other, queryOf(visit)),
  };
  return { kind: 'stage', stage, listUrl };
}

/** What every link within the previews carries on. */
export function queryOf({ url, languageQuery }: StaffVisit<unknown>): PreviewQuery {
  return { ...serviceQuery(readServiceWish(url)), ...languageQuery };
}
