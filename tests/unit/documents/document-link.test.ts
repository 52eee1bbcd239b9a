import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentPath, parseDocumentLink } from '#lib/documents/document-link.ts';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import { Secret } from '#lib/secret/secret.ts';
import { PROPERTY_SEED } from '#tests/support/property-seed.ts';

const SERVICE = 'ERERERERQRGBEREREREREQ';
const DOCUMENT = '____________________-w';
const SERVICE_ID = '11111111-1111-4111-8111-111111111111';
const DOCUMENT_ID = 'ffffffff-ffff-ffff-ffff-fffffffffffb';
const KEY = '6kmYRjcbR_ZeIrpht5foMBhnzJ2h0d8MYHxSx4Nxc-Q';
const LINK: DocumentLink = {
  serviceId: SERVICE_ID,
  documentId: DOCUMENT_ID,
  key: new Secret(KEY),
};

/** The outcome with the key in clear, so that comparisons see it. */
function parse(query: string | Record<string, string>, service = SERVICE, document = DOCUMENT) {
  const parsed = parseDocumentLink({ service, document, query: new URLSearchParams(query) });
  if (parsed.kind === 'bad') return parsed;
  const { serviceId, documentId, key } = parsed.link;
  return { kind: parsed.kind, serviceId, documentId, key: key.reveal() };
}

const clean = { kind: 'link', serviceId: SERVICE_ID, documentId: DOCUMENT_ID, key: KEY };
const mangled = { ...clean, kind: 'mangled' };

describe('a link as it was sent', () => {
  it('gives the ids and the key', () => {
    expect(parse({ key: KEY })).toEqual(clean);
  });

  it.each([
    ['other parameters', `utm_source=mail&key=${KEY}&lang=cy`],
    ['an HTML entity that the URL took for a parameter', `key=${KEY}&gt;`],
    ['parameters whose names contain the word', `monkey=1&keys=2&key=${KEY}`],
  ])('is fine with %s', (_, query) => {
    expect(parse(query)).toEqual(clean);
  });

  it('is fine with a padded key, which the API accepts', () => {
    expect(parse({ key: `${KEY}=` })).toEqual({ ...clean, key: `${KEY}=` });
  });

  it.each([
    ['padded', `${SERVICE}==`, `${DOCUMENT}=`],
    ['with spare bits set', 'ERERERERQRGBERERERERER', '____________________-x'],
  ])('is fine with ids %s', (_, service, document) => {
    expect(parse({ key: KEY }, service, document)).toEqual(clean);
  });

  it.each(['1234', 'a', 'AAAAAAAA', 'a/b', 'a+b/c', 'what is/this', '...', 'x'.repeat(500)])(
    'leaves it to the API to refuse the key "%s"',
    (key) => {
      expect(parse({ key })).toEqual({ ...clean, key });
    },
  );
});

describe('a link that a mail program mangled', () => {
  const STRAY =
    '. , ; : ! ? ) ] } > " \' ” ’ » … 。 / &gt; &quot; &#39; &#x27; &nbsp; ). .” \ufffd';

  it.each(STRAY.split(' '))('is repaired of %s after the key', (stray) => {
    expect(parse({ key: KEY + stray })).toEqual(mangled);
  });

  it.each(['<', '(', '[', '{', '"', "'", '“', '‘', '«', '=', '&lt;', '&quot;'])(
    'is repaired of %s before the key',
    (stray) => {
      expect(parse({ key: stray + KEY })).toEqual(mangled);
    },
  );

  it.each([
    ['a space', ' '],
    ['a wrapped line', '\r\n '],
    ['a no-break space', '\u00a0'],
    ['a zero-width space', '\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['a byte order mark', '\ufeff'],
    ['a right-to-left mark', '\u200f'],
    ['a NUL', '\0'],
    ['an escaped zero-width space', '&#8203;'],
  ])('is repaired of %s around and inside the key and the ids', (_, blank) => {
    const wrap = (text: string) => blank + text.slice(0, 9) + blank + text.slice(9) + blank;
    expect(parse({ key: wrap(KEY) })).toEqual(mangled);
    if (blank.startsWith('&')) return;
    expect(parse({ key: KEY }, wrap(SERVICE))).toEqual(mangled);
    expect(parse({ key: KEY }, SERVICE, wrap(DOCUMENT))).toEqual(mangled);
  });

  it.each([
    ['&amp; in front of the key', `&amp;key=${KEY}`],
    ['amp; in front of the key', `amp;key=${KEY}`],
    ['twice escaped &', `amp;amp;key=${KEY}`],
    ['&amp; between parameters', `lang=cy&amp;key=${KEY}`],
    ['white space in the name', `%20key%0A=${KEY}`],
    ['%3E at the end', `key=${KEY}%3E`],
    ['+ at the end', `key=${KEY}+`],
    ['several of them', `amp;key=%3C%22${KEY}%E2%80%8B.%22%3E`],
  ])('is repaired of %s', (_, query) => {
    expect(parse(query)).toEqual(mangled);
  });

  it('is repaired whatever the length of the key', () => {
    expect(parse({ key: '1234.' })).toEqual({ ...mangled, key: '1234' });
  });
});

describe('a bad link', () => {
  it.each([
    ['no key', ''],
    ['an empty key', 'key='],
    ['a key of blanks', 'key=%20%E2%80%8B'],
    ['two keys', `key=${KEY}&key=other`],
    ['the same key twice', `key=${KEY}&key=${KEY}`],
    ['two keys, one mangled', `key=${KEY}&amp;key=${KEY}`],
    ['a key in capitals', `KEY=${KEY}`],
    ['a key of more than 500 characters', `key=${'x'.repeat(501)}`],
    ['a key that is not ASCII', 'key=%C3%A9'],
    ['a key that is not UTF-8 inside', `key=ab%FFcd`],
  ])('is one with %s', (_, query) => {
    expect(parse(query)).toEqual({ kind: 'bad', part: 'key' });
  });

  it('names the part that is wrong, the first of several', () => {
    expect(parse({ key: KEY }, 'nonsense')).toEqual({ kind: 'bad', part: 'service' });
    expect(parse({ key: KEY }, SERVICE, 'nonsense')).toEqual({ kind: 'bad', part: 'document' });
    expect(parse('', 'nonsense', 'nonsense')).toEqual({ kind: 'bad', part: 'service' });
  });
});

describe('documentPath', () => {
  const PATH = `/d/${SERVICE}/${DOCUMENT}`;

  it.each([
    ['landing', `${PATH}?key=${KEY}`],
    ['confirm-email-address', `${PATH}/confirm-email-address?key=${KEY}`],
    ['download', `${PATH}/download?key=${KEY}`],
  ] as const)('leads to the %s page', (page, path) => {
    expect(documentPath(LINK, page)).toBe(path);
  });

  it('adds further parameters after the key', () => {
    expect(documentPath(LINK, 'landing', { lang: 'cy' })).toBe(`${PATH}?key=${KEY}&lang=cy`);
  });

  it('encodes a key of any form', () => {
    const link = { ...LINK, key: new Secret('a&b#c d"=') };
    expect(documentPath(link, 'landing')).toBe(`${PATH}?key=a%26b%23c+d%22%3D`);
  });
});

describe('every link that can be read', () => {
  const ODD_CHARACTERS = Array.from('aZ9-_=.,<>"&; \n\u200b/%+gt#\u2019é');
  const anyKey = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...ODD_CHARACTERS), maxLength: 60 }),
  );
  const anyBlank = fc.constantFrom('', ' ', '\n', '\u200b', '=');

  it('leads to a link that is fine and the same, so that nobody is redirected twice', () => {
    fc.assert(
      fc.property(anyKey, anyBlank, anyBlank, (key, before, after) => {
        const first = parseDocumentLink({
          service: before + SERVICE + after,
          document: before + DOCUMENT + after,
          query: new URLSearchParams({ key }),
        });
        if (first.kind === 'bad') return;

        const url = new URL(documentPath(first.link, 'landing'), 'http://localhost');
        const [, , service = '', document = ''] = url.pathname.split('/');
        const second = parse(url.search, service, document);
        expect(second).toEqual({ ...clean, key: first.link.key.reveal() });
      }),
      { numRuns: 5000, seed: PROPERTY_SEED },
    );
  });
});
