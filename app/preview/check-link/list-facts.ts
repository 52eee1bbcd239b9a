import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import { waitOf } from '#lib/language/wait.ts';
import type { Words } from '#lib/language/words.ts';
import type { DocumentFacts, FileFacts, LinkReport } from '#lib/link-check/link-report.ts';
import type { ApiName } from '#lib/notify/api-errors.ts';
import type { PageView } from '#lib/page/page-view.ts';
import type { HoldingLimit } from './find-holding-limit.ts';

type FactWords = StaffWords['linkCheck']['facts'];
type Fact = readonly [name: string, value: string];

interface Parts {
  readonly view: PageView;
  readonly words: StaffWords;
  readonly report: LinkReport;
  readonly limit: HoldingLimit;
}

/** All that was found out, line by line; what was not looked at is said too. */
export function listFacts({ view, words, report, limit }: Parts): readonly Fact[] {
  const { facts } = words.linkCheck;
  const { document } = report;
  return [
    [facts.link, describeLink(report, facts)],
    [facts.service, describeService(report, facts)],
    [facts.document, describeDocument(document, view.words, facts)],
    [facts.key, describeKey(report, facts)],
    ...(document?.kind === 'there' ? listFileFacts(document.file, view.words, facts) : []),
    [facts.limits, describeLimit(limit, view.words, facts)],
    [facts.notifyApi, describeFault(report, 'notify-api', facts)],
    [facts.documentDownloadApi, describeFault(report, 'document-download-api', facts)],
  ];
}

function describeLink(report: LinkReport, facts: FactWords): string {
  const { condition, mailFilter, foreignHost } = report;
  const parts = [
    condition !== null && facts[condition],
    mailFilter !== null && facts.rewritten(mailFilter),
    foreignHost !== null && facts.leadsTo(foreignHost),
  ].filter((part) => part !== false);
  return parts.length === 0 ? facts.unknown : `${parts.join('. ')}.`;
}

function describeService({ service }: LinkReport, facts: FactWords): string {
  if (service === null) return facts.notLookedAt;
  if (service.kind === 'unknown') return facts.unknown;
  return service.isLive ? facts.live(service.name) : facts.notLive(service.name);
}

function describeDocument(document: DocumentFacts | null, words: Words, facts: FactWords): string {
  if (document === null) return facts.notLookedAt;
  switch (document.kind) {
    case 'there':
    case 'wrong-key':
      return facts.there;
    case 'expired': {
      const { lastDay } = document;
      if (lastDay === null) return facts.expired;
      return facts.expiredSince(words.download.day({ date: lastDay, showWeekday: true }));
    }
    case 'unknown':
    case 'blocked':
    case 'deleted':
      return facts[document.kind];
  }
}

/** Only where there is a file that is neither blocked nor deleted is its key looked at. */
function describeKey({ condition, document }: LinkReport, facts: FactWords): string {
  if (condition === 'incomplete') return facts.incomplete;
  if (document?.kind === 'there' || document?.kind === 'expired') return facts.fits;
  return document?.kind === 'wrong-key' ? facts.doesNotFit : facts.notLookedAt;
}

function listFileFacts(file: FileFacts, { download }: Words, facts: FactWords): readonly Fact[] {
  const { type, size, confirmEmail, expiry } = file;
  return [
    [facts.file, `${download.type(type)}, ${download.size(size)}`],
    [facts.emailAddress, confirmEmail ? facts.asked : facts.notAsked],
    [facts.lastDay, expiry.kind === 'until' ? download.day(expiry) : facts.unknown],
  ];
}

function describeLimit(limit: HoldingLimit, words: Words, facts: FactWords): string {
  if (limit === 'not-asked') return facts.noAddressGiven;
  if (limit === 'none') return facts.notHeldOff;
  return words.refusal.tryAgainIn(waitOf(limit.retryAfterSeconds));
}

function describeFault({ faults }: LinkReport, api: ApiName, facts: FactWords): string {
  const fault = faults[api];
  if (fault === undefined) return facts.notLookedAt;
  return fault === 'none' ? facts.noFault : facts.faults[fault];
}
