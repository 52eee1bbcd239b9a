import { describe, expect, it } from 'vitest';
import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import { findLink, type FoundLink } from '#lib/link-check/find-link.ts';

const SERVICE_ID = '11111111-1111-4111-8111-111111111111';
const DOCUMENT_ID = '22222222-2222-4222-8222-222222222222';
const SERVICE = encodeUuid(SERVICE_ID);
const DOCUMENT = encodeUuid(DOCUMENT_ID);
const KEY = 'tQ4-9xYz_0aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456';
const HOST = 'documents.service.gov.uk';
const PATH = `/d/${SERVICE}/${DOCUMENT}`;
const LINK = `https://${HOST}${PATH}?key=${KEY}`;
const OTHER = LINK.replace(DOCUMENT, SERVICE);

const encoded = encodeURIComponent(LINK);
const safeLink = (url: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${url}&data=05%7C01%7Cx&sdata=Ab%2B1%3D&reserved=0`;
const urlDefence2 = LINK.replaceAll('-', '-2D')
  .replaceAll('_', '-5F')
  .replace(/[:?=]/g, (mark) => `-${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  .replaceAll('/', '_');

/** What was found in few words: the parts of the link, with `repaired` where it was. */
function describeFound({ finding }: FoundLink): string {
  switch (finding.kind) {
    case 'link': {
      const { serviceId, documentId, key } = finding.link;
      const isRight =
        serviceId === SERVICE_ID && documentId === DOCUMENT_ID && key.reveal() === KEY;
      return [
        isRight ? 'the link' : 'another link',
        finding.isRepaired ? 'repaired' : 'whole',
      ].join(', ');
    }
    case 'incomplete':
      return finding.problem;
    case 'unreadable':
      return `${finding.part} unreadable`;
    case 'case-lost':
    case 'hidden-link':
    case 'several-links':
    case 'no-link':
      return finding.kind;
  }
}

describe('a link is found whole', () => {
  it.each([
    ['alone', LINK],
    ['without its beginning', LINK.replace('https://', '')],
    ['without its host', PATH.slice(1) + `?key=${KEY}`],
    ['with the language', `${LINK}&lang=cy`],
    ['with the language first', LINK.replace('?key', '?lang=cy&key')],
    ['to the form', LINK.replace('?', '/confirm-email-address?')],
    ['to the download page', LINK.replace('?', '/download?')],
    ['with a slash too many', LINK.replace('?', '/?')],
    ['with padding', LINK.replace('?', '==?')],
    ['at the end of a sentence', `Open ${LINK}.`],
    ['in brackets', `(${LINK})`],
    ['in angle brackets', `<${LINK}>`],
    ['in angle brackets after its text', `${LINK}<${LINK}>`],
    ['in quotation marks', `href="${LINK}"`],
    ['in Markdown', `[the file](${LINK})`],
    ['twice', `${LINK}\n${LINK}`],
    ['in a mail', `Dear Ann,\n\nYour letter: ${LINK}\n\nWhat is next? Call us.\nRegards`],
    ['in a quoted mail', `> Dear Ann,\n> ${LINK}\n> Regards`],
    [
      'in upper case where case does not matter',
      LINK.replace('https', 'HTTPS').replace('/d/', '/D/'),
    ],
    [
      'to the file itself',
      `https://download.${HOST}/services/${SERVICE_ID}/documents/${DOCUMENT_ID}.pdf?key=${KEY}`,
    ],
    [
      'to the old address of the file',
      `https://${HOST}/services/${SERVICE_ID}/documents/${DOCUMENT_ID}?key=${KEY}`,
    ],
  ])('%s', (_, text) => {
    expect(describeFound(findLink(text))).toBe('the link, whole');
  });
});

describe('a link is found and repaired', () => {
  it.each([
    ['with & escaped', `https://${HOST}${PATH}?lang=cy&amp;key=${KEY}`],
    ['with everything escaped', `&lt;${LINK.replace('=', '&#61;').replace('?', '&#x3F;')}&gt;`],
    ['wrapped in its key', LINK.replace(KEY, `${KEY.slice(0, 20)}\n${KEY.slice(20)}`)],
    ['wrapped in its key before other lines', `${LINK.slice(0, -9)}\n${KEY.slice(-9)}\nRegards`],
    ['wrapped twice', `${LINK.slice(0, -30)}\r\n${KEY.slice(-30, -10)}\r\n${KEY.slice(-10)}`],
    [
      'wrapped in the service',
      LINK.replace(SERVICE, `${SERVICE.slice(0, 8)}\n${SERVICE.slice(8)}`),
    ],
    [
      'wrapped in the document',
      LINK.replace(DOCUMENT, `${DOCUMENT.slice(0, 8)} \n${DOCUMENT.slice(8)}`),
    ],
    ['wrapped before its key', LINK.replace(KEY, `\n${KEY}`)],
    ['wrapped in a quoted mail', `> ${LINK.slice(0, -9)}\n> ${KEY.slice(-9)}\n> Regards`],
    [
      'wrapped in the source of a mail',
      LINK.replace('=', '=3D').replace(KEY, `${KEY.slice(0, 9)}=\r\n${KEY.slice(9)}`),
    ],
    ['with a blank in its key', LINK.replace(KEY, `${KEY.slice(0, 9)} ${KEY.slice(9)}`)],
    ['with letters stuck to its end', `${LINK}_and`],
    ['percent-encoded', encoded],
  ])('%s', (_, text) => {
    expect(describeFound(findLink(text))).toBe('the link, repaired');
  });

  it('with invisible characters in it', () => {
    const text = LINK.replace('/d/', '\u200B/d/\u00AD').replace(KEY, `\u2060${KEY}\uFEFF`);
    expect(describeFound(findLink(text))).toBe('the link, whole');
  });
});

describe('a link is found in that of', () => {
  it.each([
    ['Microsoft Safe Links', safeLink(encoded)],
    ['Microsoft Safe Links', safeLink(encoded).replaceAll('&', '&amp;')],
    ['Microsoft Safe Links', safeLink(encodeURIComponent(safeLink(encoded)))],
    [
      'Microsoft Safe Links',
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encoded}&locale=en-gb`,
    ],
    ['Google', `https://www.google.com/url?q=${encoded}&sa=D&source=hangouts`],
    ['Google', `https://www.google.co.uk/url?q=${LINK.replace('=', '%3D')}&sa=D`],
    ['Proofpoint URL Defense', `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=oIvRg1`],
    [
      'Proofpoint URL Defense',
      `https://urldefense.proofpoint.com/v2/url?u=${urlDefence2}&d=DwMFaQ&c=x`,
    ],
    ['Proofpoint URL Defense', `https://urldefense.com/v3/__${LINK}__;!!AbC-1!xYz$`],
    [
      'Proofpoint URL Defense',
      safeLink(encodeURIComponent(`https://urldefense.com/v3/__${LINK}__;!!AbC-1!xYz$`)).replace(
        /^.*/,
        (link) => `https://urldefense.com/v3/__${link}__;JSU!!AbC!x$`,
      ),
    ],
    ['Barracuda', `https://linkprotect.cudasvc.com/url?a=${encoded}&c=E,1,x&typo=1`],
    ['Cisco Secure Email', `https://secure-web.cisco.com/1abcDEF/${encoded}`],
    [
      'Sophos Email',
      `https://eu-west-1.protection.sophos.com?d=service.gov.uk&u=${Buffer.from(LINK).toString('base64')}&i=NWY`,
    ],
    ['Trellix Email Security', `https://protect2.fireeye.com/v1/url?k=1-2&q=1&e=3&u=${encoded}`],
  ])('%s', (name, text) => {
    const found = findLink(text);
    expect(describeFound(found)).toBe('the link, whole');
    expect(found.rewriter?.name).toBe(name);
  });

  it.each([
    ['Mimecast', 'https://protect-eu.mimecast.com/s/AbCdEfGhIjK?domain=documents.service.gov.uk'],
    ['Mimecast', 'https://url.uk.m.mimecastprotect.com/s/AbCdEfGh?domain=documents.service.gov.uk'],
    ['INKY', 'https://shared.outlook.inky.com/link?domain=documents.service.gov.uk&t=h.eJx'],
  ])('%s it cannot be', (name, text) => {
    const found = findLink(text);
    expect(describeFound(found)).toBe('hidden-link');
    expect(found.rewriter?.name).toBe(name);
  });
});

describe('what is broken about a link', () => {
  it.each([
    ['key-missing', `https://${HOST}${PATH}`],
    ['key-missing', `https://${HOST}${PATH} and then some words? No.`],
    ['key-missing', `https://${HOST}${PATH}?key=`],
    ['key-missing', `https://${HOST}${PATH}?keys=${KEY}`],
    ['key-too-short', LINK.slice(0, -1)],
    ['key-too-short', `${LINK.slice(0, -9)}\nRegards, Ann Other and family`],
    ['key-too-short', `<${LINK.slice(0, -9)}>`],
    ['key-too-short', LINK.replace(KEY.slice(20, 22), '–')],
    ['document unreadable', `https://${HOST}/d/${SERVICE}/${DOCUMENT.slice(1)}?key=${KEY}`],
    ['document unreadable', `https://${HOST}/d/${SERVICE}/`],
    ['service unreadable', `https://${HOST}/d/${SERVICE}x/${DOCUMENT}?key=${KEY}`],
    ['service unreadable', `https://${HOST}/d/…/${DOCUMENT}?key=${KEY}`],
    ['case-lost', LINK.toLowerCase()],
    ['case-lost', LINK.toUpperCase()],
    ['several-links', `${LINK} ${OTHER}`],
    ['no-link', ''],
    ['no-link', 'I clicked the link and it does not work.'],
    ['no-link', 'https://www.gov.uk/'],
    ['no-link', 'the road/d/n'],
  ])('%s: %s', (outcome, text) => {
    expect(describeFound(findLink(text))).toBe(outcome);
  });
});

describe('where a link leads', () => {
  it.each([
    [LINK, HOST],
    [LINK.replace('https', 'http'), HOST],
    [LINK.replace(HOST, `${HOST}:443`), HOST],
    [LINK.replace(HOST, 'documents.service.gov.uk@evil.example'), 'evil.example'],
    [LINK.replace(HOST, 'DOCUMENTS.Service.gov.uk.'), 'documents.service.gov.uk.'],
    [safeLink(encoded), HOST],
    [LINK.replace(`https://${HOST}`, ''), null],
  ])('%s', (text, host) => {
    const { finding } = findLink(text);
    expect(finding).toMatchObject({ kind: 'link', host });
  });
});

describe('a text', () => {
  it.each([
    ['of percents', '%25'.repeat(20_000)],
    ['of escapes', '&amp;'.repeat(12_000)],
    ['of beginnings', '/d/'.repeat(20_000)],
    ['of broken links', `${PATH}?key=a b `.repeat(900)],
    ['of blanks', `${PATH}${' '.repeat(60_000)}`],
    ['of queries', `${PATH}?${'a=b&'.repeat(15_000)}`],
    ['of rewritten links', safeLink(encoded.slice(0, -5)).repeat(200)],
  ])('%s is read within a second', (_, text) => {
    const startedAt = performance.now();
    findLink(text);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
