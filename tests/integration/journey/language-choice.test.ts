import { describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask, openPage, postForm } from '#tests/support/ask.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();

const sample = samples['asks-for-email'];

describe('the language of a page', () => {
  it.each<
    [why: string, language: string, query: Record<string, string>, headers: Record<string, string>]
  >([
    ['nobody asks for any', 'en', {}, {}],
    ['the URL says so', 'cy', { lang: 'cy' }, {}],
    ['the URL overrules a cookie', 'en', { lang: 'en' }, { Cookie: 'language=cy' }],
    ['a cookie says so', 'cy', {}, { Cookie: 'a=1; language=cy' }],
    [
      'a cookie overrules the browser',
      'en',
      {},
      { Cookie: 'language=en', 'Accept-Language': 'cy' },
    ],
    ['the URL overrules the browser', 'en', { lang: 'en' }, { 'Accept-Language': 'cy' }],
    ['the browser says so', 'cy', {}, { 'Accept-Language': 'cy-GB,cy;q=0.9,en;q=0.8' }],
    ['the browser likes it best', 'cy', {}, { 'Accept-Language': 'en;q=0.2, cy;q=0.3' }],
    ['the browser refuses the other', 'cy', {}, { 'Accept-Language': 'en;q=0, cy;q=0.1' }],
    ['the browser wants others', 'en', {}, { 'Accept-Language': 'fr, de;q=0.5' }],
    ['the URL asks for one that is not there', 'cy', { lang: 'fr' }, { 'Accept-Language': 'cy' }],
    ['all are nonsense', 'en', { lang: '<b>' }, { Cookie: 'language=%', 'Accept-Language': ';;' }],
    [
      'names are those of all objects',
      'en',
      { lang: 'constructor' },
      { Cookie: 'language=toString' },
    ],
  ])('is, as %s: %s', async (_, language, query, headers) => {
    const page = await openPage(world.app.url + landingPath(samples.pdf, query), { headers });
    expect(page.language).toBe(language);
    expect(page.headers.get('content-language')).toBe(language);
  });
});

describe('a language that was chosen', () => {
  it('goes with the reader from page to page', async () => {
    const landing = await openPage(world.app.url + landingPath(sample, { lang: 'cy' }));
    const next = landing.inMain('a')[0]?.attributes['href'] ?? '';
    expect(next).toBe(formPath(sample, { lang: 'cy' }));
    const form = await openPage(world.app.url + next);
    expect(form.language).toBe('cy');
    const action = form.inMain('form')[0]?.attributes['action'] ?? '';
    const done = await postForm(world.app.url + action, {
      email_address: sample.emailAddress ?? '',
    });
    expect(done.headers.get('location')).toBe(downloadPath(sample, { lang: 'cy' }));
  });

  it.each([
    ['downloads', formPath(samples.pdf, { lang: 'cy' }), downloadPath(samples.pdf, { lang: 'cy' })],
    ['forms', downloadPath(sample, { lang: 'cy' }), formPath(sample, { lang: 'cy' })],
  ])('goes through redirects to %s', async (_, from, to) => {
    const answer = await ask(world.app.url + from);
    expect(answer.headers.get('location')).toBe(to);
  });

  it('stands in no link of who has chosen none', async () => {
    const page = await openPage(world.app.url + landingPath(sample), {
      headers: { Cookie: 'language=cy' },
    });
    expect(page.language).toBe('cy');
    expect(page.inMain('a')[0]?.attributes['href']).toBe(formPath(sample));
  });
});

describe('the toggle', () => {
  it.each([
    ['landing page', landingPath(samples.pdf)],
    ['download page', downloadPath(samples.pdf)],
    ['e-mail form', formPath(sample)],
    ['page of a gone document', landingPath(samples.expired)],
    ['page of a wrong key', landingPath(samples['wrong-key'])],
    ['page of a broken API', landingPath(samples['broken-document'])],
    ['cookies page', '/cookies?a=b'],
    ['page that is not found', '/nothing/here?a=b&c=%26%3Cd%3E'],
  ])('leads to the same page in the other language: %s', async (_, path) => {
    const english = await openPage(world.app.url + path);
    const welshHref = toggleHref(english.all('a'), 'cy');
    const welsh = await openPage(world.app.url + welshHref);
    expect([welsh.status, welsh.language]).toEqual([english.status, 'cy']);
    const back = await openPage(world.app.url + toggleHref(welsh.all('a'), 'en'));
    expect([back.status, back.heading]).toEqual([english.status, english.heading]);
    expect(withoutLanguage(welshHref)).toEqual(withoutLanguage(path));
  });

  it('leads from a form with an error to the form', async () => {
    const page = await postForm(world.app.url + formPath(sample), { email_address: '' });
    const welsh = await openPage(world.app.url + toggleHref(page.all('a'), 'cy'));
    expect([welsh.status, welsh.language]).toEqual([200, 'cy']);
    expect(welsh.inMain('form')).toHaveLength(1);
  });
});

function toggleHref(
  links: readonly { readonly attributes: Readonly<Record<string, string>> }[],
  language: string,
): string {
  const link = links.find(({ attributes }) => attributes['hreflang'] === language);
  return link?.attributes['href'] ?? 'no such toggle';
}

function withoutLanguage(path: string): [string, string][] {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  searchParams.delete('lang');
  return [['', pathname], ...searchParams];
}
