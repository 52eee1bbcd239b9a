import type { DocumentLink } from '#lib/documents/document-link.ts';
import { renderPage } from '#lib/page/render-page.tsx';
import { checkLink } from '#lib/link-check/check-link.ts';
import { currentCall } from '#lib/request/current-call.ts';
import { parseIpAddress } from '#lib/security/ip-address.ts';
import { wiring } from '#lib/wiring.ts';
import { tellToWait } from '../refusals.tsx';
import type { StaffVisit } from '../staff-visit.ts';
import { findHoldingLimit } from './find-holding-limit.ts';
import { LinkFormPage, type LinkFormError } from './link-form-page.tsx';
import { LinkReportPage } from './link-report-page.tsx';

/** Asks for a link. */
export function showLinkForm(
  { view, staffWords: words, session }: StaffVisit<unknown>,
  error?: LinkFormError,
): Response {
  const page = <LinkFormPage {...{ view, words, session, error }} />;
  return renderPage(page, view, error === undefined ? 200 : 400);
}

/** Checks the link. What was pasted goes no further than here, and is not shown again. */
export async function takeLinkForm(
  visit: StaffVisit<unknown>,
  fields: URLSearchParams,
): Promise<Response> {
  const { view, session, staffWords: words } = visit;
  const { rateLimiter, audit, ourHosts } = wiring();
  const { allowed, resetSeconds } = await rateLimiter.consume(
    'link-checks',
    session.emailAddress.reveal().toLowerCase(),
  );
  if (!allowed) {
    audit('link-check', 'limited', { staff: session });
    return tellToWait(visit, resetSeconds);
  }
  const pasted = fields.get('pasted') ?? '';
  const typedAddress = (fields.get('address') ?? '').trim();
  const address = parseIpAddress(typedAddress);
  if (pasted.trim() === '') return showLinkForm(visit, 'empty');
  if (typedAddress !== '' && address === null) return showLinkForm(visit, 'wrongAddress');

  const report = await checkLink(pasted, questions(), ourHosts);
  const limit = address === null ? 'not-asked' : await findHoldingLimit(address, report.place);
  audit('link-check', report.verdict, { staff: session, ...report.place });
  return renderPage(<LinkReportPage {...{ view, words, session, report, limit }} />, view, 200);
}

/** Only what changes nothing and counts nowhere. */
function questions() {
  const { askService, getService, documents } = wiring();
  const call = currentCall();
  return {
    askService: (id: string) => askService(id, call),
    recallService: (id: string) => getService(id, call),
    checkDocument: (link: DocumentLink) => documents.checkDocument(link, call),
    now: () => new Date(),
  };
}
