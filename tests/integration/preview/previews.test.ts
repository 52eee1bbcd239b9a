import { describe, expect, it } from 'vitest';
import { wordsOf, languages } from '#lib/language/languages.ts';
import type { PreviewName } from '#lib/language/staff/preview-words.ts';
import { staffWordsOf } from '#lib/language/staff/staff-languages.ts';
import { samples } from '#sandbox/samples.ts';
import { openPage, postForm } from '#tests/support/ask.ts';
import { auditLines, expectAudited, readMetrics } from '#tests/support/audit-lines.ts';
import { findAll, readHtml } from '#tests/support/read-html.ts';
import { formPath } from '#tests/support/sample-paths.ts';
import { newStaffAddress, signIn, staffToken } from '#tests/support/staff.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();
const names = Object.keys(staffWordsOf('en').previews.titles) as PreviewName[];
const { serviceId } = samples['asks-for-email'];

async function openAsStaff(path: string) {
  return openPage(world.app.url + path, { headers: await signIn(world.app.url) });
}

/** The text of the content without the banner, which only staff see. */
function contentOf(html: string): string {
  const page = readHtml(html);
  const [main] = findAll(page, 'main');
  const banner = main?.elements.find(
    ({ attributes }) => attributes['class'] === 'govuk-notification-banner',
  );
  return (main?.text ?? '').replace(banner?.text ?? '', '');
}

describe('a preview', () => {
  it.each(names)(
    'of %s is there in both languages, without a call about a document',
    async (name) => {
      const headers = await signIn(world.app.url);
      for (const language of languages) {
        const page = await openPage(`${world.app.url}/preview/${name}?lang=${language}`, {
          headers,
        });
        expect(page.status).toBe(200);
        expect(page.language).toBe(language);
        expect(page.html).toContain(staffWordsOf(language).previews.bannerText);
        const paths = page.inMain('a').map(({ attributes }) => attributes['href'] ?? '');
        const own = paths.filter((path) => path.startsWith('/'));
        expect(own.filter((path) => !/^\/preview(?:[/?]|$)/.test(path))).toEqual([]);
      }
      expect(world.sandbox.calls).toEqual([]);
    },
  );

  it.each<[PreviewName, string]>([
    ['landing', samples['asks-for-email'].path],
    ['landing-without-email', samples.pdf.path],
    ['email-form', formPath(samples['asks-for-email'])],
    ['expired', samples.expired.path],
    ['deleted', samples.deleted.path],
    ['wrong-link', samples['wrong-key'].path],
    ['not-found', '/not-there'],
    ['cookies', '/cookies'],
  ])('of %s says what a citizen reads', async (name, path) => {
    const headers = await signIn(world.app.url);
    for (const language of languages) {
      const url = new URL(path, world.app.url);
      url.searchParams.set('lang', language);
      const citizens = await openPage(url.href);
      const preview = await openPage(
        `${world.app.url}/preview/${name}?service=${serviceId}&lang=${language}`,
        { headers },
      );
      expect(contentOf(preview.html)).toBe(contentOf(citizens.html));
      expect(preview.title).toBe(citizens.title);
      expect(citizens.html).not.toContain('govuk-notification-banner');
      expect(citizens.html).not.toContain('staff');
    }
  });

  it('counts neither as a visit nor against the limits of citizens', async () => {
    const page = await openAsStaff(`/preview/landing?service=${serviceId}`);
    expect(page.headers.get('ratelimit')).toBeNull();
    expect(world.sandbox.counts).toMatchObject({ check: 0, authenticate: 0, download: 0 });
  });

  it('of a real service is written down, one of an example is not', async () => {
    const headers = await signIn(world.app.url);
    await openPage(`${world.app.url}/preview/landing`, { headers });
    await openPage(`${world.app.url}/preview/expired?service=${serviceId}`, { headers });
    const [line] = await expectAudited(world.app, {
      action: 'preview',
      verdict: 'shown',
      page: 'expired',
      service_id: serviceId,
    });
    expect(line?.who).toMatch(/^staff-/);
    const own = auditLines(world.app).filter(({ who }) => who === line?.who);
    expect(own.map(({ action }) => action)).toEqual(['sign-in', 'preview']);
  });
});

describe('whatever a member of staff does', () => {
  it('is written down under one name, and counted', async () => {
    const token = staffToken(newStaffAddress(), serviceId);
    const { documentId, path } = samples.expired;
    const post = (to: string, fields = {}) =>
      postForm(`${world.app.url}/preview/${to}`, fields, {
        ...session,
        'Sec-Fetch-Site': 'same-origin',
      });
    const session = await signIn(world.app.url, token);
    await openPage(`${world.app.url}/preview/landing?service=${serviceId}`, { headers: session });
    await post('check-link', { pasted: world.app.url + path });
    await post('sign-out');

    const lines = await expectAudited(
      world.app,
      { action: 'sign-in', verdict: 'signed-in', service_id: serviceId },
      { action: 'preview', verdict: 'shown', page: 'landing', service_id: serviceId },
      { action: 'link-check', verdict: 'expired', document_id: documentId },
      { action: 'sign-out', verdict: 'signed-out' },
    );
    expect(new Set(lines.map(({ who }) => who)).size).toBe(1);
    const counts = (await readMetrics(world.app.url)).split('\n');
    for (const { action, verdict } of lines) {
      const series = `document_download_staff_actions_total{action="${action}",verdict="${verdict}"}`;
      const line = counts.find((count) => count.startsWith(series));
      expect(Number(line?.slice(series.length))).toBeGreaterThan(0);
    }
  });
});

describe('the service on the previews', () => {
  it('has its name, contact details and status from Notify API', async () => {
    const page = await openAsStaff(`/preview?service=${samples['inactive-service'].serviceId}`);
    const facts = page.inMain('dd').map(({ text }) => text);
    expect(facts).toEqual([
      'Book a steam train inspection',
      'help@steam.example.gov.uk',
      'Not live',
    ]);
  });

  it('can be typed in, as far as it is fit for a page', async () => {
    const name = '<b>Ducks</b>';
    const query = new URLSearchParams({ name, contact: 'javascript:alert(1)' }).toString();
    const page = await openAsStaff(`/preview/landing?${query}`);
    expect(
      page
        .inMain('p')
        .map(({ text }) => text)
        .join(' '),
    ).toContain('<b>Ducks</b> sent you');
    const hrefs = page.inMain('a').map(({ attributes }) => attributes['href'] ?? '');
    expect(hrefs.filter((href) => href.startsWith('javascript'))).toEqual([]);
  });

  it.each([
    ['is no id', 'juggling', 400, 'malformed'],
    ['is not there', samples['unknown-service'].serviceId, 400, 'unknown'],
    ['cannot be looked up', samples['broken-service'].serviceId, 503, 'unavailable'],
  ] as const)('is told of when it %s', async (_, id, status, problem) => {
    const page = await openAsStaff(`/preview?service=${id}`);
    expect(page.status).toBe(status);
    expect(page.title).toMatch(/^Error: /);
    expect(page.html).toContain(
      staffWordsOf('en').previews.service[problem].replaceAll("'", '&#x27;'),
    );
    const preview = await openAsStaff(`/preview/landing?service=${id}`);
    expect(preview.status).toBe(302);
    expect(preview.headers.get('location')).toBe(`/preview?service=${id}`);
  });
});

describe('a preview at two widths', () => {
  it('holds the page itself, and lets nobody frame anything', async () => {
    const page = await openAsStaff(`/preview/landing/side-by-side?service=${serviceId}`);
    const frames = page.inMain('iframe');
    expect(frames).toHaveLength(2);
    for (const { attributes } of frames) {
      expect(attributes['src']).toBeUndefined();
      const framed = readHtml(attributes['srcdoc'] ?? '');
      expect(findAll(framed, 'h1')[0]?.text).toBe(wordsOf('en').landing.title);
      expect(findAll(framed, 'base')[0]?.attributes).toEqual({ target: '_top' });
    }
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('frame-src');
  });
});
