import { describe, expect, it } from 'vitest';
import { languages } from '#lib/language/languages.ts';
import { findAll, readHtml } from '#tests/support/read-html.ts';
import { findHtmlErrors } from '#tests/support/validate-html.ts';
import { htmlOf, readPage, samplePages, sampleView } from './sample-pages.tsx';

const PAGES = languages.flatMap((language) =>
  Object.entries(samplePages(sampleView(language))).map(([name, page]) => ({
    language,
    name,
    page,
  })),
);

describe.each(PAGES)('the page “$name” in $language', ({ language, page }) => {
  it('is valid HTML', async () => {
    expect(await findHtmlErrors(await htmlOf(page, language))).toEqual([]);
  });

  it('has one heading, which is also in its title', async () => {
    const html = await readPage(page);
    const [heading, ...others] = findAll(html, 'h1');
    expect(others).toEqual([]);
    expect(findAll(html, 'title', 'head')[0]?.text).toMatch(/^.+ – GOV\.UK$/);
    expect(findAll(html, 'title', 'head')[0]?.text).toContain(`${heading?.text ?? '?'} – GOV.UK`);
  });

  it('says which language it is in and leads to all others', async () => {
    const html = readHtml(await htmlOf(page, language));
    expect(html.attributes['lang']).toBe(language);
    const links = findAll(html, 'a').filter(({ attributes }) => attributes['rel'] === 'alternate');
    const others = languages.filter((other) => other !== language);
    expect(links.map(({ attributes }) => attributes['hreflang'])).toEqual(others);
  });

  it('tells no third party of itself but www.gov.uk', async () => {
    const html = await readPage(page);
    const ownPart = [...findAll(html, 'a', 'header'), ...findAll(html, 'a', 'footer')];
    const hrefs = ownPart.map(({ attributes }) => attributes['href']);
    expect(hrefs).toEqual(['https://www.gov.uk/', '/cookies']);
  });

  it('has no script or style of its own and loads only assets', async () => {
    const html = await readPage(page);
    expect(findAll(html, 'style')).toEqual([]);
    expect(html.elements.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
    expect(findAll(html, 'script').map(({ text }) => text)).toEqual(['']);
    for (const { attributes } of [...findAll(html, 'script'), ...findAll(html, 'link')]) {
      expect(attributes['src'] ?? attributes['href']).toMatch(/^\/assets\//);
    }
  });
});
