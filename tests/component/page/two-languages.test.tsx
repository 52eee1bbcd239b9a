import { describe, expect, it } from 'vitest';
import { CONTACTS, readPage, samplePages, sampleService, sampleView } from './sample-pages.tsx';
import { findAll, type HtmlElement } from '#tests/support/read-html.ts';

/** Names that are the same in both languages. */
const NAMES =
  /XYZZY|xyzzy\.pdf|help@library\.example\.gov\.uk|0800 123 4567|4F7K-2M9Q|GOV\.UK|English|Cymraeg/g;
const COOKIES = /\b(?:language|document_confirmation|document_access_signed_data)\b/g;

/** Words that are in English sentences and no Welsh ones (nor do both have them). */
const ENGLISH = /\b(?:the|this|that|you|your|we|to|of|if|is|and|it|not|address|again|size|type)\b/i;
/** The same, the other way. */
const WELSH = /\b(?:eich|ffeil|ddolen|hon|gallwch|os|nid|mae|dudalen|cwcis|iaith|dolenni)\b/i;

const CASES = Object.values(CONTACTS).flatMap((contact) => {
  const service = sampleService({ contact });
  const welsh = samplePages(sampleView('cy'), service);
  return Object.entries(samplePages(sampleView('en'), service)).flatMap(([name, english]) => {
    const page = welsh[name];
    return page === undefined ? [] : [{ name, contact: contact.kind, english, welsh: page }];
  });
});

/** Text for the eye and for screen readers, without what is the same in both languages. */
function wordsOn(page: HtmlElement): string[] {
  const labels = page.elements.map(({ attributes }) => attributes['aria-label'] ?? '');
  const texts = [...labels, ...page.elements.map(({ text }) => text)];
  return texts.map((text) => text.replace(NAMES, '').replace(COOKIES, ''));
}

function namesOn(page: HtmlElement): string[] {
  const hrefs = findAll(page, 'a', 'main').map(({ attributes }) => attributes['href'] ?? '');
  const names = findAll(page, 'main').flatMap(({ text }) => text.match(NAMES) ?? []);
  return [...hrefs, ...names].sort();
}

describe.each(CASES)('the page “$name” with contact by $contact', ({ english, welsh }) => {
  it('says the same names and has the same links in both languages', async () => {
    expect(namesOn(await readPage(welsh))).toEqual(namesOn(await readPage(english)));
  });

  it('has the same elements in both languages', async () => {
    const tags = async (page: typeof english) =>
      (await readPage(page)).elements.map(
        ({ tag, attributes }) => `${tag}.${attributes['class'] ?? ''}`,
      );
    // The choice of language changes sides and comes first; all below is the same.
    expect((await tags(welsh)).filter((tag) => !tag.includes('language-navigation'))).toEqual(
      (await tags(english)).filter((tag) => !tag.includes('language-navigation')),
    );
  });

  it('has no English left in Welsh, nor Welsh in English', async () => {
    for (const text of wordsOn(await readPage(welsh))) expect(text).not.toMatch(ENGLISH);
    for (const text of wordsOn(await readPage(english))) expect(text).not.toMatch(WELSH);
  });

  it('has no sentence left untranslated', async () => {
    const inWelsh = new Set(wordsOn(await readPage(welsh)));
    const sentences = wordsOn(await readPage(english)).filter((text) =>
      /\p{L}\s+\p{L}/u.test(text),
    );
    expect(sentences.filter((text) => inWelsh.has(text))).toEqual([]);
  });
});
