import { describe, expect, it } from 'vitest';
import { samples, type SampleLink, type SampleName } from '#sandbox/samples.ts';
import { openPage, postForm, type OpenedPage } from '#tests/support/ask.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { useWorld } from '#tests/support/use-world.ts';

/** What the functional tests of other programs look for (contracts, section 2). */

const world = useWorld();

const open = (path: string) => openPage(world.app.url + path);

function withClass(page: OpenedPage, tag: string, className: string) {
  return page
    .inMain(tag)
    .filter(({ attributes }) => attributes['class']?.split(' ').includes(className));
}

describe('the landing page', () => {
  it.each([
    ['pdf', downloadPath],
    ['asks-for-email', formPath],
  ] as const)('begins with the sender and goes on by one button: %s', async (name, nextPath) => {
    const page = await open(landingPath(samples[name]));
    expect(page.inMain('p')[0]?.text).toMatch(/^Apply for a juggling licence sent you /);
    const buttons = withClass(page, 'a', 'govuk-button');
    expect(buttons.map(({ text }) => text)).toEqual(['Continue']);
    expect(buttons[0]?.attributes['href']).toBe(nextPath(samples[name]));
  });
});

describe('the e-mail form', () => {
  const sample = samples['asks-for-email'];
  const submit = (emailAddress: string) =>
    postForm(world.app.url + formPath(sample), { email_address: emailAddress });

  it('asks for the address', async () => {
    const page = await open(formPath(sample));
    const [field] = page.inMain('input').filter(({ attributes }) => attributes['type'] === 'email');
    expect(field?.attributes).toMatchObject({ id: 'email_address', name: 'email_address' });
    const [label] = page.inMain('label');
    expect(label?.text).toBe('Email address');
    expect(label?.attributes['for']).toBe('email_address');
    expect(withClass(page, 'button', 'govuk-button').map(({ text }) => text)).toEqual(['Continue']);
    expect(withClass(page, 'div', 'govuk-error-summary')).toEqual([]);
  });

  it.each([
    ['', 'Enter your email address'],
    ['   ', 'Enter your email address'],
    ['not an address', 'Not a valid email address'],
    ['someone@example', 'Not a valid email address'],
  ])('tells what is wrong with “%s”, at the top and at the field', async (typed, message) => {
    const page = await submit(typed);
    expect(page.status).toBe(400);
    expect(page.title).toBe('Error: Confirm your email address – GOV.UK');
    expect(page.heading).toBe('Confirm your email address');
    const [summary] = withClass(page, 'div', 'govuk-error-summary');
    expect(summary?.text).toBe(`There is a problem${message}`);
    const [error] = withClass(page, 'p', 'govuk-error-message');
    expect(error?.attributes['id']).toBe('email_address-error');
    expect(error?.text).toBe(`Error: ${message}`);
    const [field] = withClass(page, 'input', 'govuk-input');
    expect(field?.attributes['value'] ?? '').toBe(typed);
  });

  it('says of a wrong address, at the top alone, whose mail to look at', async () => {
    const page = await submit('someone.else@example.gov.uk');
    expect(page.status).toBe(400);
    expect(page.title).toBe('Error: Confirm your email address – GOV.UK');
    const [summary] = withClass(page, 'div', 'govuk-error-summary');
    expect(summary?.text).toMatch(/^There is a problem/);
    expect(summary?.text).toContain('This is not the email address the file was sent to');
    expect(summary?.text).toContain('Apply for a juggling licence');
    expect(page.html).not.toContain('email_address-error');
  });
});

describe('the download page', () => {
  const linksOf = (page: OpenedPage) => page.inMain('a').map(({ text }) => text);

  it.each<[SampleName, string]>([
    ['pdf', 'PDF (1KB)'],
    ['upper-case-type', 'PDF'],
    ['csv', 'CSV file'],
    ['txt', 'text file'],
    ['odt', 'text file'],
    ['rtf', 'text file'],
    ['json', 'JSON file'],
    ['doc', 'Microsoft Word document'],
    ['docx', 'Microsoft Word document'],
    ['xlsx', 'Microsoft Excel spreadsheet'],
    ['jpg', 'JPEG file'],
    ['jpeg', 'JPEG file'],
    ['png', 'PNG file'],
    ['unknown-type', 'file'],
    ['size-256-bytes', 'text file (0.2KB)'],
    ['size-10-kb', 'text file (10KB)'],
    ['size-below-limit', 'text file (51.2KB)'],
    ['size-above-limit', 'text file (0.1MB)'],
    ['size-2-mb', 'text file (2MB)'],
  ])('links first to the file by its type and size, then to the sender: %s', async (name, file) => {
    const links = linksOf(await open(downloadPath(samples[name])));
    expect(links[0]).toMatch(/^Download this .+ \(.+[KM]B\) to your device$/);
    expect(links[0]).toContain(`Download this ${file}`);
    expect(links[1]).toBe('help@juggling.example.gov.uk');
  });

  it('links to the file at the API, key and all', async () => {
    const page = await open(downloadPath(samples.pdf));
    const { serviceId, documentId, key } = samples.pdf;
    expect(page.inMain('a')[0]?.attributes['href']).toBe(
      `${world.sandbox.url}/services/${serviceId}/documents/${documentId}.pdf?key=${key}`,
    );
  });

  it.each<[SampleName, () => string]>([
    ['expires-today', dayIn(0, true)],
    ['expires-in-29-days', dayIn(29, true)],
    ['expires-in-30-days', dayIn(30, true)],
    ['expires-in-31-days', dayIn(31, false)],
    ['pdf', dayIn(180, false)],
    ['no-expiry', () => '^File expiry information is temporarily unavailable'],
  ])('says first until when the file is there: %s', async (name, sentence) => {
    const before = sentence();
    const page = await open(downloadPath(samples[name]));
    // It may be midnight in between.
    expect(page.inMain('p')[0]?.text).toMatch(new RegExp(`${before}|${sentence()}`));
  });

  it.each<[SampleName, string]>([
    ['named-file', 'Decision letter.pdf'],
    ['bidirectional-name', 'Invoice fdp.exe חשבון.pdf'],
    ['hostile-name', `"><script>alert('name')</script>&amp;../../etc/passwd.pdf`],
  ])('shows the name of the file, whatever it is: %s', async (name, fileName) => {
    const page = await open(downloadPath(samples[name]));
    expect(page.inMain('bdi').map(({ text }) => text)).toEqual([fileName]);
  });
});

describe('text of strangers', () => {
  const HOSTILE: readonly SampleLink[] = [
    samples['script-service'],
    samples['quotes-service'],
    samples['bidirectional-service'],
    samples['data-link-service'],
    samples['expired-script-service'],
  ];

  it.each(HOSTILE)('is text and nothing else: $title', async (sample) => {
    const page = await open(landingPath(sample));
    expect(page.status).toBe(sample.status);
    expect(page.all('script')).toHaveLength(1);
    expect(page.all('b')).toEqual([]);
    expect(page.html).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
    const attributes = page.elements.flatMap((element) => Object.keys(element.attributes));
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
    const schemes = page.inMain('a').map(({ attributes: { href = '' } }) => href.split(':', 1)[0]);
    expect(
      schemes.filter((scheme) => /^(?:javascript|data|vbscript)$/i.test(scheme ?? '')),
    ).toEqual([]);
  });

  it('stands on the page as it was written', async () => {
    const page = await open(landingPath(samples['quotes-service']));
    expect(page.inMain('p')[0]?.text).toContain(`"Bees' & Wasps" <b>bold</b> &amp; sent you`);
    expect(page.inMain('p').at(-1)?.text).toContain(`call " onmouseover='alert(1)`);
  });
});

/** `This file is available to download until Friday 11 November 2022.` */
function dayIn(days: number, showWeekday: boolean): () => string {
  const weekday = showWeekday ? '[A-Z][a-z]+day ' : '';
  return () => `^This file is available to download until ${weekday}${dayFromToday(days)}\\.`;
}

/** A day of London's calendar. In hours it would be another one where the clocks change in between. */
function dayFromToday(days: number): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format();
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(today) + days * 86_400_000,
  );
}
