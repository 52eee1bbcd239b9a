import type { DocumentLink } from '#lib/documents/document-link.ts';
import { decodeUuid } from '#lib/documents/uuid-base64.ts';
import { Secret } from '#lib/secret/secret.ts';
import { readKey } from './read-key.ts';
import type { LinkFinding } from './link-finding.ts';

const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';

/** Up to the document: of a page of ours, or of the file itself at document-download-api. */
const BEGINNING = new RegExp(
  [
    `(?:https?:/+(?<host>[^\\s/?#<>"']{1,253})/|/|(?<![\\w-]))`,
    `(?:d/(?<service>[^/?#<>"']{1,80})/|services/(?<serviceId>${UUID})/documents/(?<documentId>${UUID}))`,
  ].join(''),
  'gi',
);
/** A document whose id goes on until a slash or the query, over the end of a line if need be. */
const DOCUMENT = /^[^/?#<>"']{1,80}(?=[/?])/;
const FIRST_WORD = /^[^\s/?#<>"']*/;

const BLANKS = /\s+/g;
const INVISIBLE = /\p{Cf}+/gu;
/** A mail that is quoted in another has marks at the beginning of its lines. */
const LINE_BEGINNING = /\r?\n[ \t]*(?:[>|][ \t>|]*)?/g;

/** Every link to a document in a text, whatever its condition. */
export function readLinks(text: string): readonly LinkFinding[] {
  const clean = text.replace(INVISIBLE, '').replace(LINE_BEGINNING, '\n');
  return [...clean.matchAll(BEGINNING)].map((match) => {
    const { host, service = '', serviceId, documentId } = match.groups ?? {};
    const rest = clean.slice(match.index + match[0].length);
    const hostName = host === undefined ? null : hostNameOf(host);
    if (serviceId !== undefined && documentId !== undefined) {
      const place = { serviceId: serviceId.toLowerCase(), documentId: documentId.toLowerCase() };
      return finish(place, rest, hostName, false);
    }
    return readPageLink(service, rest, hostName);
  });
}

function readPageLink(service: string, rest: string, host: string | null): LinkFinding {
  const serviceId = decodeUuid(service.replace(BLANKS, ''));
  if (serviceId === null) return { kind: 'unreadable', part: 'service' };
  const spelled = [DOCUMENT, FIRST_WORD].map((pattern) => pattern.exec(rest)?.[0] ?? '');
  const document = spelled.find((id) => decodeUuid(id.replace(BLANKS, '')) !== null) ?? '';
  const documentId = decodeUuid(document.replace(BLANKS, ''));
  if (documentId === null) return { kind: 'unreadable', part: 'document' };
  const isBroken = /\s/.test(service + document);
  return finish({ serviceId, documentId }, rest.slice(document.length), host, isBroken);
}

function finish(
  place: Omit<DocumentLink, 'key'>,
  rest: string,
  host: string | null,
  isBroken: boolean,
): LinkFinding {
  const read = readKey(rest);
  if (read.kind !== 'key') return { kind: 'incomplete', problem: read.kind, place, host };
  const link = { ...place, key: new Secret(read.key) };
  return { kind: 'link', link, isRepaired: isBroken || read.isRepaired, host };
}

function hostNameOf(host: string): string | null {
  return URL.parse(`https://${host}`)?.hostname ?? null;
}
