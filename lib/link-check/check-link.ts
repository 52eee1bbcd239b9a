import type { VerdictName } from '#lib/language/staff/link-check-words.ts';
import { findLink } from './find-link.ts';
import type { LinkFinding } from './link-finding.ts';
import type { DocumentFacts, LinkReport, ServiceFacts } from './link-report.ts';
import { lookUpDocument, lookUpService, type LinkQuestions } from './look-up.ts';

/** A link that names a document, with its key or without. */
type Placed = Extract<LinkFinding, { kind: 'link' | 'incomplete' }>;

/**
 * Finds out why a link does not work.
 *
 * @param pasted whatever shape it is in
 * @param ourHosts where links of ours lead
 */
export async function checkLink(
  pasted: string,
  questions: LinkQuestions,
  ourHosts: readonly string[],
): Promise<LinkReport> {
  const { finding, rewriter } = findLink(pasted);
  const report = { ...NOTHING_KNOWN, mailFilter: rewriter?.name ?? null };
  switch (finding.kind) {
    case 'link':
    case 'incomplete': {
      const known = { ...report, place: placeOf(finding), condition: conditionOf(finding) };
      if (finding.host !== null && !ourHosts.includes(finding.host)) {
        return { ...known, verdict: 'foreign-link', foreignHost: finding.host };
      }
      return { ...known, ...(await lookUp(finding, questions)) };
    }
    case 'unreadable':
      return { ...report, verdict: `${finding.part}-unreadable`, condition: 'incomplete' };
    case 'case-lost':
    case 'hidden-link':
    case 'several-links':
    case 'no-link':
      return { ...report, verdict: finding.kind };
  }
}

const NOTHING_KNOWN = {
  condition: null,
  foreignHost: null,
  place: null,
  service: null,
  document: null,
  faults: {},
} as const;

async function lookUp(finding: Placed, questions: LinkQuestions) {
  const place = placeOf(finding);
  const key = finding.kind === 'link' ? finding.link.key : null;
  const [service, document] = await Promise.all([
    lookUpService(place.serviceId, questions),
    lookUpDocument(place, key, questions),
  ]);
  return {
    verdict: judge(finding, service.facts, document.facts),
    service: service.facts,
    document: document.facts,
    faults: { 'notify-api': service.fault, 'document-download-api': document.fault },
  };
}

/** What keeps the citizen from the file; of several things the one that no better link would mend. */
function judge(
  finding: Placed,
  service: ServiceFacts | null,
  document: DocumentFacts | null,
): VerdictName {
  if (service === null || document === null) return 'api-fault';
  if (service.kind === 'unknown') return 'service-unknown';
  switch (document.kind) {
    case 'unknown':
      return 'document-unknown';
    case 'blocked':
    case 'deleted':
    case 'expired':
      return document.kind;
    case 'wrong-key':
      return finding.kind === 'incomplete' ? finding.problem : 'wrong-key';
    case 'there':
      return conditionOf(finding) === 'whole' ? 'works' : 'works-repaired';
  }
}

function placeOf(finding: Placed) {
  const { serviceId, documentId } = finding.kind === 'link' ? finding.link : finding.place;
  return { serviceId, documentId };
}

function conditionOf(finding: Placed): LinkReport['condition'] {
  if (finding.kind === 'incomplete') return 'incomplete';
  return finding.isRepaired ? 'repaired' : 'whole';
}
