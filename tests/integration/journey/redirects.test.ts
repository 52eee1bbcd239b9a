import { describe, expect, it } from 'vitest';
import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import { samples } from '#sandbox/samples.ts';
import { ask, openPage } from '#tests/support/ask.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();

describe('an old bookmark of document-download-api', () => {
  const { serviceId, documentId, key } = samples.pdf;
  const document = `/services/${serviceId}/documents/${documentId}`;

  it.each([
    '/services/_status',
    `${document}?key=${key}`,
    `${document}.pdf?key=${key}`,
    `${document}.PDF?key=${key}`,
    `${document}/check?key=${key}&a=%26+b`,
    document.toUpperCase().replace('SERVICES', 'services').replace('DOCUMENTS', 'documents'),
  ])('leads to the API, path and query as they are: %s', async (path) => {
    const answer = await ask(world.app.url + path);
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe(world.sandbox.url + path);
    expect(world.sandbox.calls).toEqual([]);
  });

  it.each([
    '/services',
    '/services/status',
    `${document}/authenticate`,
    `${document}/check/more`,
    `${document}.pdf.exe`,
    `${document}.`,
    `/services/${serviceId}`,
    `/services/not-a-uuid/documents/${documentId}`,
    '//services/_status/..//evil.example',
  ])('is not found when it was never one: %s', async (path) => {
    const { status, headers } = await sendRaw(world.app.url, rawRequest('GET', path));
    expect(status).toBe(404);
    expect(headers.get('location')).toBeNull();
  });
});

describe('security.txt', () => {
  it.each(['/security.txt', '/.well-known/security.txt'])(
    'is that of government: %s',
    async (path) => {
      const answer = await ask(world.app.url + path);
      expect(answer.status).toBe(302);
      expect(answer.headers.get('location')).toBe(
        'https://vdp.cabinetoffice.gov.uk/.well-known/security.txt',
      );
    },
  );
});

describe('a link that a mail program mangled', () => {
  const { pdf } = samples;
  const [ids = '', query = ''] = pdf.path.split('?');
  const spaced = ids.replace(/.{4}$/, (end) => `%20%0A${end}`);

  it.each([
    ['a full stop', `${pdf.path}.`],
    ['a bracket', `${pdf.path})`],
    ['an escaped bracket', `${pdf.path}%5D`],
    ['a quote', `${pdf.path}%22`],
    ['a sign that ends a link', `${pdf.path}%3E`],
    ['the same, escaped for HTML and for the URL', `${pdf.path}%26gt%3B`],
    ['a typographic quote', `${pdf.path}%E2%80%9D`],
    ['an escaped ampersand', `${ids}?amp;${query}`],
    ['an ampersand escaped twice', `${ids}?amp;amp;${query}`],
    ['a wrapped line in the key', pdf.path.replace(/.{5}$/, (end) => `%0D%0A${end}`)],
    ['a wrapped line in an id', `${spaced}?${query}`],
  ])('is repaired by one redirect: %s', async (_, path) => {
    const answer = await ask(world.app.url + path);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(landingPath(pdf));
    expect(world.sandbox.calls).toEqual([]);

    const page = await openPage(world.app.url + landingPath(pdf));
    expect(page.status).toBe(200);
  });

  it.each([
    ['e-mail form', formPath(pdf)],
    ['download page', downloadPath(pdf)],
  ])('is repaired for the same page: %s', async (_, path) => {
    const answer = await ask(`${world.app.url}${path}.`);
    expect(answer.headers.get('location')).toBe(path);
  });

  it('keeps the language that it asks for', async () => {
    const answer = await ask(`${world.app.url}${landingPath(pdf)}.&lang=cy`);
    expect(answer.headers.get('location')).toBe(landingPath(pdf, { lang: 'cy' }));
  });

  it.each([
    ['padding', (id: string) => `${id}==`],
    ['spare bits', (id: string) => id.replace(/.$/, (last) => nextCharacter(last))],
  ])('is shown as it is when only its ids are spelled otherwise: %s', async (_, respell) => {
    const { serviceId, documentId, key } = pdf;
    const path = `/d/${respell(encodeUuid(serviceId))}/${respell(encodeUuid(documentId))}`;
    const page = await openPage(`${world.app.url}${path}?key=${key}`);
    expect(page.status).toBe(200);
  });

  it.each([
    ['trailing slash', `${ids}/?${query}`],
    ['doubled slashes', `${ids.replace('/d/', '//d//')}?${query}`],
    ['fragment', `${pdf.path}#top`],
    ['sign that ends a link, escaped for HTML', `${pdf.path}&gt;`],
  ])('is shown without a redirect, which would repeat the key: %s', async (_, target) => {
    const { status } = await sendRaw(world.app.url, rawRequest('GET', target));
    expect(status).toBe(200);
  });
});

/** Its successor in base64url, which differs in the lowest bit alone. */
function nextCharacter(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[alphabet.indexOf(character) + 1] ?? '';
}
