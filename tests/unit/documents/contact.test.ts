import { describe, expect, it } from 'vitest';
import { contactText, mailtoHref, parseContact } from '#lib/documents/contact.ts';

describe('parseContact', () => {
  it.each([[null], [''], [' \n'], ['\u200b\u202e']])('finds no contact in %j', (text) => {
    expect(parseContact(text)).toEqual({ kind: 'none' });
  });

  it.each([
    ['https://www.gov.uk', 'https://www.gov.uk'],
    ['http://example.gov.uk/contact?a=b&c=d#e', 'http://example.gov.uk/contact?a=b&c=d#e'],
    ['  HTTPS://Example.gov.uk/  ', 'HTTPS://Example.gov.uk/'],
    ['https://example.gov.uk/\u202efdp', 'https://example.gov.uk/fdp'],
    ['https://example.gov.uk/"><script>', 'https://example.gov.uk/"><script>'],
  ])('links to the web address %s', (text, href) => {
    expect(parseContact(text)).toEqual({ kind: 'web', href });
  });

  it.each([
    ['help@example.gov.uk', 'help@example.gov.uk'],
    [' Help+Me@example.gov.uk\n', 'Help+Me@example.gov.uk'],
    ['cymorth@enghraifft.cymru', 'cymorth@enghraifft.cymru'],
  ])('knows the e-mail address %s', (text, address) => {
    expect(parseContact(text)).toEqual({ kind: 'email', address });
  });

  it.each([
    ['a telephone number', '0800 123 4567', '0800 123 4567'],
    [
      'a telephone number on two lines',
      '0800 123 4567\n(9am to 5pm)',
      '0800 123 4567 (9am to 5pm)',
    ],
    ['a script', 'javascript:alert(1)', 'javascript:alert(1)'],
    ['a script with a line break in its name', 'java\nscript:alert(1)', 'java script:alert(1)'],
    ['a script behind an override', '\u202ejavascript:alert(1)', 'javascript:alert(1)'],
    ['data', 'data:text/html,<script>', 'data:text/html,<script>'],
    ['a mailto: link', 'mailto:a@example.gov.uk', 'mailto:a@example.gov.uk'],
    ['another protocol', 'ftp://example.gov.uk', 'ftp://example.gov.uk'],
    ['an address without a protocol', 'www.gov.uk', 'www.gov.uk'],
    ['an address without slashes', 'https:example.gov.uk', 'https:example.gov.uk'],
    ['an address with backslashes', 'https:\\\\example.gov.uk', 'https:\\\\example.gov.uk'],
    ['an address without a host', 'https://', 'https://'],
    ['an address that is no URL', 'https://exa%mple', 'https://exa%mple'],
    ['a sentence with an address', 'https://gov.uk or call 1234', 'https://gov.uk or call 1234'],
    ['two e-mail addresses', 'a@gov.uk, b@gov.uk', 'a@gov.uk, b@gov.uk'],
    ['a very long text', 'x'.repeat(300), `${'x'.repeat(254)}…`],
  ])('shows %s as text', (_, text, shown) => {
    expect(parseContact(text)).toEqual({ kind: 'phone', text: shown });
  });
});

describe('contactText', () => {
  it.each([null, 'https://www.gov.uk', 'help@example.gov.uk', '0800 123 4567'])(
    'gives back %j, of which the contact was made',
    (text) => {
      expect(contactText(parseContact(text))).toBe(text);
    },
  );
});

describe('mailtoHref', () => {
  it.each([
    ["o'hara+files@example.gov.uk", "mailto:o'hara+files@example.gov.uk"],
    ['a?bcc=b&c@example.gov.uk', 'mailto:a%3Fbcc%3Db%26c@example.gov.uk'],
    ['100%@example.gov.uk', 'mailto:100%25@example.gov.uk'],
    ['a#/b@example.gov.uk', 'mailto:a%23%2Fb@example.gov.uk'],
    ['a@exämple.gov.uk', 'mailto:a@ex%C3%A4mple.gov.uk'],
  ])('gives %s no way to add anything to the message', (address, href) => {
    expect(mailtoHref(address)).toBe(href);
    expect(decodeURIComponent(new URL(href).pathname)).toBe(address);
  });
});
