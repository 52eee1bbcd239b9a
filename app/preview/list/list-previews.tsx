import { renderPage } from '#lib/page/render-page.tsx';
import { chooseService, readServiceWish, type ChosenService } from '../previews/chosen-service.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { PreviewListPage } from './preview-list-page.tsx';

/** Lists the previews of the service that is asked for. */
export async function listPreviews(visit: StaffVisit<unknown>): Promise<Response> {
  const { url, view, session, staffWords: words } = visit;
  const wish = readServiceWish(url);
  const chosen = await chooseService(wish, words);
  const page = <PreviewListPage {...{ view, words, session, wish, chosen }} />;
  return renderPage(page, view, statusOf(chosen));
}

function statusOf(chosen: ChosenService): number {
  if (chosen.kind === 'chosen') return 200;
  return chosen.problem === 'unavailable' ? 503 : 400;
}
