import { describe, expect, it } from 'vitest';
import { sampleLinks, samples, type SampleLink, type SampleName } from '#sandbox/samples.ts';
import { openPage } from '#tests/support/ask.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();

const PROBLEM = 'Sorry, there’s a problem with the service';
const HEADING_OF_FAILURE: Readonly<Record<number, string>> = {
  404: 'Page not found',
  410: 'No longer available',
  503: PROBLEM,
  504: PROBLEM,
};
const FAILING = sampleLinks.filter(({ status }) => status !== 200);
const EVERYTHING_THERE = sampleLinks.filter(({ status }) => status === 200);

describe('a document that is there', () => {
  it.each(EVERYTHING_THERE)('has a landing page: $title', async (sample) => {
    const page = await openPage(world.app.url + landingPath(sample));
    expect(page.status).toBe(200);
    expect(page.title).toBe('You have a file to download – GOV.UK');
    expect(page.heading).toBe('You have a file to download');
  });

  it.each(EVERYTHING_THERE.filter(({ emailAddress }) => emailAddress === null))(
    'has a download page, and its form leads there: $title',
    async (sample) => {
      const page = await openPage(world.app.url + downloadPath(sample));
      expect(page.status).toBe(200);
      expect(page.title).toBe('Download your file – GOV.UK');
      expect(page.heading).toBe('Download your file');

      const form = await openPage(world.app.url + formPath(sample));
      expect(form.status).toBe(302);
      expect(form.headers.get('location')).toBe(downloadPath(sample));
    },
  );

  it.each(EVERYTHING_THERE.filter(({ emailAddress }) => emailAddress !== null))(
    'asks for the e-mail address before the download page: $title',
    async (sample) => {
      const download = await openPage(world.app.url + downloadPath(sample));
      expect(download.status).toBe(302);
      expect(download.headers.get('location')).toBe(formPath(sample));

      const form = await openPage(world.app.url + formPath(sample));
      expect(form.status).toBe(200);
      expect(form.title).toBe('Confirm your email address – GOV.UK');
      expect(form.heading).toBe('Confirm your email address');
    },
  );
});

describe.each([
  ['landing page', landingPath],
  ['e-mail form', formPath],
  ['download page', downloadPath],
])('the %s of a link that opens nothing', (_, pathOf) => {
  it.each(FAILING)('answers $status: $title', async (sample) => {
    const page = await openPage(world.app.url + pathOf(sample));
    expect(page.status).toBe(sample.status);
    expect(page.heading).toBe(HEADING_OF_FAILURE[sample.status]);
    expect(page.title).toBe(`${page.heading} – GOV.UK`);
  });
});

describe('who to ask', () => {
  const CONTACTS: readonly (readonly [SampleName, RegExp, string | null])[] = [
    ['expired', /email help@juggling\.example\.gov\.uk\.$/, 'mailto:help@juggling.example.gov.uk'],
    [
      'wrong-key',
      /email help@juggling\.example\.gov\.uk\.$/,
      'mailto:help@juggling.example.gov.uk',
    ],
    ['expired-phone-contact', /call 0300 123 4567\.$/, null],
    ['expired-script-service', /call javascript:alert\(1\)\.$/, null],
    ['phone-contact', /call 0300 123 4567\.$/, null],
    [
      'web-contact',
      /contact Register a garden gnome\.$/,
      'https://www.example.gov.uk/contact?topic=gnomes&lang=en',
    ],
  ];

  it.each(CONTACTS)('is told for %s', async (name, sentence, href) => {
    const page = await openPage(world.app.url + landingPath(samples[name]));
    expect(page.inMain('p').at(-1)?.text).toMatch(sentence);
    const [link] = page
      .inMain('a')
      .filter(({ attributes }) => attributes['class'] === 'govuk-link');
    expect(link?.attributes['href'] ?? null).toBe(href);
  });

  it.each(['no-contact', 'expired-no-contact'] as const)('is left out for %s', async (name) => {
    const page = await openPage(world.app.url + landingPath(samples[name]));
    expect(page.status).toBe(samples[name].status);
    expect(page.html).not.toMatch(/mailto:|null|undefined/);
    expect(
      page
        .inMain('p')
        .map(({ text }) => text)
        .join(' '),
    ).not.toMatch(/contact|call|email/);
  });

  it.each(['wrong-key', 'blocked', 'unknown-document', 'expired', 'deleted'] as const)(
    'is a service by its name for %s',
    async (name) => {
      const page = await openPage(world.app.url + landingPath(samples[name]));
      expect(page.inMain('p')[0]?.text).toContain('Apply for a juggling licence');
    },
  );

  it('is nobody where no service is known', async () => {
    const page = await openPage(world.app.url + landingPath(samples['unknown-service']));
    expect(page.inMain('a')).toEqual([]);
  });
});

describe('an address that leads nowhere', () => {
  const { path } = samples.pdf;
  const [ids = '', query = ''] = path.split('?');
  const NOWHERE: readonly (readonly [what: string, path: string])[] = [
    ['has no page', '/nothing-here'],
    ['is the root', '/'],
    ['is a folder', '/d'],
    ['has one id', `/d/${ids.split('/')[2] ?? ''}`],
    ['has too many parts', `${ids}/download/more?${query}`],
    ['has another page of a document', `${ids}/delete?${query}`],
    ['has no key', ids],
    ['has an empty key', `${ids}?key=`],
    ['has two keys', `${path}&key=another`],
    ['has an array of keys', `${ids}?key[]=a&key[]=b`],
    ['has a service of 15 bytes', `/d/AAAAAAAAAAAAAAAAAAAA/${ids.split('/')[3] ?? ''}?${query}`],
    ['has a service of no base64', `/d/not-base64-at-all-here!!/x?${query}`],
  ];

  it.each(NOWHERE)('is not found, and no API is asked, when it %s', async (_, nowhere) => {
    const page = await openPage(world.app.url + nowhere);
    expect(page.status).toBe(404);
    expect(page.title).toBe('Page not found – GOV.UK');
    expect(page.heading).toBe('Page not found');
    expect(world.sandbox.calls).toEqual([]);
  });
});

describe('every page', () => {
  const PAGES: readonly SampleLink[] = [samples.pdf, samples.expired, samples['wrong-key']];

  it.each(PAGES)('leads to no third party from header and footer: $title', async (sample) => {
    const page = await openPage(world.app.url + landingPath(sample));
    const all = page.all('a').map(({ attributes }) => attributes['href'] ?? '');
    const own = page.inMain('a').map(({ attributes }) => attributes['href'] ?? '');
    const around = all.filter((href) => !own.includes(href));
    const outside = around.filter((href) => !/^[/#](?!\/)/.test(href));
    expect(outside).toEqual(['https://www.gov.uk/']);
  });

  it.each(PAGES)('shows no notification banner: $title', async (sample) => {
    const { html } = await openPage(world.app.url + landingPath(sample));
    expect(html).not.toContain('govuk-notification-banner');
  });
});
