import type { DocumentLink } from '#lib/documents/document-link.ts';
import type { LinkFinding } from './link-finding.ts';
import { readLinks } from './read-links.ts';
import { findRewriter, type Rewriter } from './rewritten-links.ts';
import { spellingsOf } from './spellings.ts';

/** What a text that somebody pasted holds. */
export interface FoundLink {
  readonly finding:
    | LinkFinding
    /** All of its letters are small, or all are capitals: which they were cannot be told any more. */
    | { readonly kind: 'case-lost' }
    /** A mail filter has put a link of its own in its place, in which it cannot be found. */
    | { readonly kind: 'hidden-link' }
    | { readonly kind: 'several-links' }
    | { readonly kind: 'no-link' };
  /** The mail filter whose links are in the text. */
  readonly rewriter: Rewriter | null;
}

/** More than a long mail with its source. */
const MAX_LENGTH = 40_000;

/** Finds the link to a document in whatever somebody pasted: a link, a mail, the source of a mail. */
export function findLink(pasted: string): FoundLink {
  const text = pasted.slice(0, MAX_LENGTH);
  const rewriter = findRewriter(text);
  const [asItStands = [], ...restored] = spellingsOf(text).map(readLinks);
  const found = [
    asItStands,
    ...restored.map((findings) => findings.map((finding) => markRepaired(finding, rewriter))),
  ];
  return { finding: decide(bestLinks(found.map(onlyLinks)), found.flat(), rewriter), rewriter };
}

type Link = Extract<LinkFinding, { kind: 'link' }>;

/** The links of the first spelling in which none had to be repaired, else of the first that has any. */
function bestLinks(found: readonly (readonly Link[])[]): readonly Link[] {
  const candidates = found.filter(({ length }) => length > 0);
  const whole = candidates.find((links) => links.every(({ isRepaired }) => !isRepaired));
  return whole ?? candidates[0] ?? [];
}

function decide(
  links: readonly Link[],
  findings: readonly LinkFinding[],
  rewriter: Rewriter | null,
): FoundLink['finding'] {
  const [link, ...others] = links;
  if (link !== undefined) {
    if (others.some((other) => nameOf(other.link) !== nameOf(link.link)))
      return { kind: 'several-links' };
    return hasLostCase(link.link) ? { kind: 'case-lost' } : link;
  }
  const [damaged] = findings;
  if (damaged !== undefined) return damaged;
  return { kind: rewriter?.hidesLink === true ? 'hidden-link' : 'no-link' };
}

/** A link is fine inside the link of a mail filter that opens it again; else something went wrong. */
function markRepaired(finding: LinkFinding, rewriter: Rewriter | null): LinkFinding {
  return finding.kind === 'link' && rewriter === null ? { ...finding, isRepaired: true } : finding;
}

function onlyLinks(findings: readonly LinkFinding[]): readonly Link[] {
  return findings.filter((finding) => finding.kind === 'link');
}

function nameOf({ serviceId, documentId, key }: DocumentLink): string {
  return `${serviceId} ${documentId} ${key.reveal()}`;
}

/** No real key is like this: among 43 letters and digits by chance there are always both. */
function hasLostCase({ key }: DocumentLink): boolean {
  return !/[A-Z]/.test(key.reveal()) || !/[a-z]/.test(key.reveal());
}
