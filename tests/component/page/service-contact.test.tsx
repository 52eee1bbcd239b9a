import { describe, expect, it } from 'vitest';
import { parseContact } from '#lib/documents/contact.ts';
import { readableServiceName } from '#lib/documents/service.ts';
import { ServiceContact } from '#lib/page/service-contact.tsx';
import { findAll } from '#tests/support/read-html.ts';
import { htmlOf, readPage, samplePages, sampleService, sampleView } from './sample-pages.tsx';

function contact(text: string | null) {
  const service = sampleService({ contact: parseContact(text) });
  return (
    <ServiceContact view={sampleView('en')} service={service} sentence={(way) => <>Or {way}.</>} />
  );
}

describe('the contact of a service', () => {
  it.each([
    [
      'a web address',
      'https://example.gov.uk/?a&b',
      'Or contact XYZZY.',
      'https://example.gov.uk/?a&b',
    ],
    [
      'an e-mail address',
      'a@example.gov.uk',
      'Or email a@example.gov.uk.',
      'mailto:a@example.gov.uk',
    ],
    ['a telephone number', '0800 123 4567', 'Or call 0800 123 4567.', undefined],
    ['a script', 'javascript:alert(1)', 'Or call javascript:alert(1).', undefined],
    ['data', 'data:text/html,<script>', 'Or call data:text/html,<script>.', undefined],
    ['a path', '//evil.example', 'Or call //evil.example.', undefined],
    [
      'an e-mail address that would add a subject',
      'a?subject=b@example.gov.uk',
      'Or email a?subject=b@example.gov.uk.',
      'mailto:a%3Fsubject%3Db@example.gov.uk',
    ],
  ])('by %s is told and linked as it should', async (_, text, sentence, href) => {
    const html = await readPage(contact(text));
    expect(findAll(html, 'p')[0]?.text).toBe(sentence);
    expect(findAll(html, 'a')[0]?.attributes['href']).toBe(href);
  });

  it.each([[null], ['']])('is passed over where it is %j', async (text) => {
    expect(await htmlOf(contact(text))).toBe('<!DOCTYPE html>');
  });
});

describe('a name or contact by a stranger', () => {
  const NASTY = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></head><body>',
    '{{7*7}} ${7*7} &lt;b&gt;',
    'https://evil.example/"><script>alert(1)</script>',
    'javascript:alert(1)//@example.gov.uk',
  ];

  it.each(NASTY)('%s is only text on every page', async (nasty) => {
    const service = sampleService({
      name: readableServiceName(nasty),
      contact: parseContact(nasty),
    });
    for (const page of Object.values(samplePages(sampleView('en'), service))) {
      const html = await readPage(page);
      expect(findAll(html, 'script', 'body')).toEqual([]);
      expect(findAll(html, 'img')).toEqual([]);
      const handlers = html.elements.flatMap(({ attributes }) =>
        Object.keys(attributes).filter((name) => name.startsWith('on')),
      );
      expect(handlers).toEqual([]);
      const hrefs = findAll(html, 'a').map(({ attributes }) => attributes['href'] ?? '');
      expect(hrefs.filter((href) => !/^(?:https?:|mailto:|\/|\?|#)/.test(href))).toEqual([]);
    }
  });

  it.each(NASTY)('%s is told in full', async (nasty) => {
    const service = sampleService({ name: nasty });
    const { landing } = samplePages(sampleView('en'), service);
    if (landing === undefined) throw new Error('no landing page among the samples');
    const [first] = findAll(await readPage(landing), 'p', 'main');
    expect(first?.text).toBe(`${nasty} sent you a PDF to download.`);
  });
});
