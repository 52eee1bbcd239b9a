import { describe, expect, it } from 'vitest';
import { sampleDocuments, samples } from '#sandbox/samples.ts';
import { ask, openPage, postForm } from '#tests/support/ask.ts';
import { cookieHeader, readCookies } from '#tests/support/read-cookies.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { useWorld } from '#tests/support/use-world.ts';

const sample = samples['asks-for-email'];
const other = samples['asks-for-email-no-contact'];
const { serviceId, documentId } = sample;
const FILE_PATH = `/services/${serviceId}/documents/${documentId}.pdf`;
const PAGES_PATH = sample.path.split('?')[0];

describe('on one machine, over plain HTTP', () => {
  const world = useWorld();
  const confirm = () =>
    postForm(world.app.url + formPath(sample), { email_address: sample.emailAddress ?? '' });

  it('a right address gives a pass to the file, for this browser session', async () => {
    const page = await confirm();
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe(downloadPath(sample));
    expect(readCookies(page.headers)['document_access_signed_data']?.attributes).toEqual([
      `Path=${FILE_PATH}`,
      'HttpOnly',
      'SameSite=Lax',
    ]);
  });

  it('the pass opens the file, byte for byte', async () => {
    const { headers } = await confirm();
    const page = await openPage(world.app.url + downloadPath(sample), {
      headers: { Cookie: cookieHeader(headers) },
    });
    const fileUrl = page.inMain('a')[0]?.attributes['href'] ?? '';
    const file = await ask(fileUrl, { headers: { Cookie: cookieHeader(headers) } });
    expect(file.status).toBe(200);
    const document = sampleDocuments.find((stored) => stored.documentId === documentId);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(document?.content());
  });

  it('without it the file leads back to the landing page', async () => {
    const { headers } = await confirm();
    const page = await openPage(world.app.url + downloadPath(sample), {
      headers: { Cookie: cookieHeader(headers) },
    });
    const file = await ask(page.inMain('a')[0]?.attributes['href'] ?? '');
    expect(file.status).toBe(302);
    expect(file.headers.get('location')).toBe(world.app.url + landingPath(sample));
  });

  it('whoever has confirmed is remembered on the pages of that document alone', async () => {
    const { headers } = await confirm();
    const remembered = readCookies(headers)['document_confirmation'];
    expect(remembered?.attributes).toEqual([`Path=${PAGES_PATH}`, 'HttpOnly', 'SameSite=Lax']);
    for (const secret of [sample.key, sample.emailAddress ?? '', 'services/']) {
      expect(remembered?.value).not.toContain(secret);
    }
  });

  it('whoever has confirmed is not asked again, and gets the pass once more', async () => {
    const { headers } = await confirm();
    const form = await openPage(world.app.url + formPath(sample), {
      headers: { Cookie: cookieHeader(headers) },
    });
    expect(form.status).toBe(302);
    expect(form.headers.get('location')).toBe(downloadPath(sample));
    expect(readCookies(form.headers)['document_access_signed_data']).toEqual(
      readCookies(headers)['document_access_signed_data'],
    );
  });

  it('whoever wants to confirm again may', async () => {
    const { headers } = await confirm();
    const cookie = { headers: { Cookie: cookieHeader(headers) } };
    const download = await openPage(world.app.url + downloadPath(sample), cookie);
    const again = download.inMain('a').at(-1)?.attributes['href'] ?? '';
    const form = await openPage(world.app.url + again, cookie);
    expect(form.status).toBe(200);
    expect(form.heading).toBe('Confirm your email address');
  });

  it.each([
    ['another document', async () => (await confirmOf(other)).headers],
    ['a forger', () => Promise.resolve(new Headers({ 'set-cookie': 'document_confirmation=x' }))],
  ])('a confirmation of %s counts for nothing', async (_, cookiesOf) => {
    const foreign = readCookies(await cookiesOf())['document_confirmation']?.value ?? '';
    const page = await openPage(world.app.url + downloadPath(sample), {
      headers: { Cookie: `document_confirmation=${foreign}` },
    });
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe(formPath(sample));
  });

  it.each([
    ['landing page', landingPath(sample)],
    ['form', formPath(sample)],
    ['cookies page', '/cookies'],
    ['page that is not found', '/nothing'],
    ['health check', '/_status'],
  ])('nothing is kept of a mere look at the %s', async (_, path) => {
    const { headers } = await ask(world.app.url + path);
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('a language that was chosen is kept for a year', async () => {
    const { headers } = await ask(`${world.app.url}/cookies?lang=cy`);
    expect(headers.getSetCookie()).toEqual([
      'language=cy; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
    ]);
  });

  function confirmOf(link: typeof other) {
    return postForm(world.app.url + formPath(link), { email_address: link.emailAddress ?? '' });
  }
});

describe('behind HTTPS, with the API on a sibling host', () => {
  const publicUrl = 'https://download.documents.example.gov.uk';
  const world = useWorld({
    environment: { HTTP_PROTOCOL: 'https' },
    sandbox: { publicUrl },
  });

  it('every cookie is Secure, and only the pass is shared', async () => {
    const { headers } = await postForm(world.app.url + formPath(sample, { lang: 'cy' }), {
      email_address: sample.emailAddress ?? '',
    });
    const cookies = readCookies(headers);
    expect(Object.keys(cookies)).toHaveLength(3);
    for (const { attributes } of Object.values(cookies)) expect(attributes).toContain('Secure');
    const shared = Object.entries(cookies).filter(([, { attributes }]) =>
      attributes.some((attribute) => attribute.startsWith('Domain=')),
    );
    expect(shared.map(([name]) => name)).toEqual(['document_access_signed_data']);
    expect(cookies['document_access_signed_data']?.attributes).toEqual([
      `Path=${FILE_PATH}`,
      'Domain=documents.example.gov.uk',
      'HttpOnly',
      'Secure',
      'SameSite=Lax',
    ]);
  });
});
