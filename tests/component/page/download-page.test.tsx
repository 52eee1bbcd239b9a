import { describe, expect, it } from 'vitest';
import { DownloadPage } from '#app/d/[service]/[document]/download/download-page.tsx';
import type { AvailableDocument } from '#lib/documents/available-document.ts';
import type { Expiry } from '#lib/documents/expiry.ts';
import { findAll, type HtmlElement } from '#tests/support/read-html.ts';
import {
  CONTACTS,
  readPage,
  sampleDocument,
  sampleService,
  sampleView,
  UNTIL,
} from './sample-pages.tsx';

interface Changes {
  readonly document?: Partial<AvailableDocument>;
  readonly expiry?: Expiry;
  readonly contact?: keyof typeof CONTACTS;
  readonly confirmAgainUrl?: string;
}

function download({ document, expiry = UNTIL, contact = 'web', confirmAgainUrl }: Changes = {}) {
  const service = sampleService({ contact: CONTACTS[contact] });
  const props = { view: sampleView('en'), service, document: sampleDocument(document) };
  return readPage(<DownloadPage {...props} expiry={expiry} confirmAgainUrl={confirmAgainUrl} />);
}

function firstSentence(html: HtmlElement) {
  return findAll(html, 'p', 'main')[0]?.text;
}

describe('the download page', () => {
  const date = { year: 2022, month: 11, day: 12 };
  const soon: Expiry = { kind: 'until', date, showWeekday: true, isToday: false };

  it.each<[string, Expiry, string]>([
    ['near', soon, 'This file is available to download until Saturday 12 November 2022.'],
    [
      'far',
      { ...soon, showWeekday: false },
      'This file is available to download until 12 November 2022.',
    ],
    [
      'today',
      { ...soon, isToday: true },
      'This file is available to download until Saturday 12 November 2022. Today is the last day: download it before midnight.',
    ],
    [
      'over in this very moment',
      { kind: 'past', date },
      'This file is available to download until Saturday 12 November 2022.',
    ],
    [
      'unknown',
      { kind: 'unknown' },
      'File expiry information is temporarily unavailable. To be safe, download the file now.',
    ],
  ])('begins with the last day where it is %s', async (_, expiry, sentence) => {
    expect(firstSentence(await download({ expiry }))).toBe(sentence);
  });

  it('has the file as its first link', async () => {
    const [link] = findAll(await download(), 'a', 'main');
    expect(link?.text).toBe('Download this PDF (0.7MB) to your device');
    expect(link?.attributes['href']).toBe(sampleDocument().fileUrl.reveal());
  });

  it('has the contact as its second link', async () => {
    const [, link] = findAll(await download({ confirmAgainUrl: '/again' }), 'a', 'main');
    expect(link?.text).toBe('contact XYZZY');
  });

  it('offers last to confirm again, to those who had to confirm', async () => {
    const links = findAll(await download({ confirmAgainUrl: '/again' }), 'a', 'main');
    const text = 'Confirm your email address again';
    expect(links.at(-1)).toMatchObject({ text, attributes: { href: '/again' } });
    expect(findAll(await download(), 'a', 'main')).toHaveLength(2);
  });

  it('tells the name, type, size and last day before the link', async () => {
    const html = await download({ expiry: soon });
    const facts = findAll(html, 'dt').map(({ text }, index) => [
      text,
      findAll(html, 'dd')[index]?.text,
    ]);
    expect(facts).toEqual([
      ['File name', 'xyzzy.pdf'],
      ['File type', 'PDF'],
      ['File size', '0.7MB'],
      ['Last day to download', 'Saturday 12 November 2022'],
    ]);
    const order = html.elements.map(({ tag }) => tag).filter((tag) => /^(?:h1|dl)$/.test(tag));
    expect(order).toEqual(['h1', 'dl']);
  });

  it('leaves out what nobody knows', async () => {
    const html = await download({ document: { fileName: null }, expiry: { kind: 'unknown' } });
    expect(findAll(html, 'dt').map(({ text }) => text)).toEqual(['File type', 'File size']);
  });

  it.each([
    ['Hebrew', 'דוח.pdf', 'דוח.pdf'],
    ['an override of direction', 'annexe\u202efdp.exe', 'annexefdp.exe'],
    ['markup', '<b>&amp;.pdf', '<b>&amp;.pdf'],
    ['300 letters', `${'a'.repeat(300)}.pdf`, `${'a'.repeat(79)}…${'a'.repeat(16)}.pdf`],
  ])('shows a name with %s as what it is, in its own direction', async (_, fileName, shown) => {
    const html = await download({ document: { fileName } });
    expect(findAll(html, 'bdi', 'dd').map(({ text }) => text)).toEqual([shown]);
  });
});
