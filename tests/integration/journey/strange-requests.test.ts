import { METHODS } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '#lib/security/security-headers.ts';
import { samples } from '#sandbox/samples.ts';
import { openPage } from '#tests/support/ask.ts';
import { PROPERTY_SEED } from '#tests/support/property-seed.ts';
import { readPage } from '#tests/support/read-page.ts';
import { formPath, landingPath } from '#tests/support/sample-paths.ts';
import { rawRequest, sendRaw, type RawAnswer } from '#tests/support/send-raw.ts';
import {
  CANARY,
  strangeBody,
  strangeField,
  strangeHeader,
  strangeTarget,
} from '#tests/support/strange-input.ts';
import { useWorld } from '#tests/support/use-world.ts';

const RUNS = { numRuns: 300, seed: PROPERTY_SEED };

const world = useWorld();
const send = (bytes: string) => sendRaw(world.app.url, bytes);

const form = samples['asks-for-email'];

/** Statuses by which a stranger's request may be answered while both APIs are well. */
const STATUSES = [200, 206, 301, 302, 304, 400, 403, 404, 405, 410, 413, 415, 416, 417, 429, 431];
const HEADINGS = [
  ...['You have a file to download', 'Confirm your email address', 'Download your file'],
  ...['Page not found', 'Cookies', 'This page does not work that way', 'Cannot access document'],
  ...['We could not use what you sent', 'We could not accept the form'],
  ...[
    'Mae gennych ffeil i’w lawrlwytho',
    'Cadarnhau eich cyfeiriad e-bost',
    'Lawrlwytho eich ffeil',
  ],
  ...['Heb ddod o hyd i’r dudalen', 'Cwcis', 'Nid yw’r dudalen hon yn gweithio fel hynny'],
  ...['Nid oeddem yn gallu defnyddio’r hyn a anfonwyd gennych'],
  ...['Nid oeddem yn gallu derbyn y ffurflen', 'Methu cael mynediad at y ddogfen'],
];
const NOT_OURS = /\bat \S+ \(|node_modules|__next|_next|webpack|Internal Server Error|TypeError/;

describe(`whatever a stranger sends (seed ${PROPERTY_SEED})`, () => {
  it('as a target, the answer is ours', async () => {
    await fc.assert(
      fc.asyncProperty(strangeTarget, async (target) => {
        expectOurs(await send(rawRequest('GET', target)));
      }),
      RUNS,
    );
  });

  it('as a method, the answer is ours', async () => {
    const method = fc.constantFrom(...METHODS.filter((name) => name !== 'HEAD'));
    await fc.assert(
      fc.asyncProperty(method, strangeTarget, async (name, target) => {
        expectOurs(await send(rawRequest(name, target, ['Content-Length: 0'])));
      }),
      RUNS,
    );
  });

  it('as headers, the answer is ours', async () => {
    const path = fc.constantFrom(landingPath(samples.pdf), formPath(form), '/cookies', '/_status');
    await fc.assert(
      fc.asyncProperty(path, fc.array(strangeHeader, { maxLength: 6 }), async (target, headers) => {
        expectOurs(await send(rawRequest('GET', target, headers)));
      }),
      RUNS,
    );
  });

  it('as a form, the answer is ours', async () => {
    await fc.assert(
      fc.asyncProperty(strangeBody, fc.boolean(), async (body, isOwn) => {
        const bytes = Buffer.from(body).toString('latin1');
        const head = rawRequest('POST', formPath(form), [
          'Content-Type: application/x-www-form-urlencoded',
          `Content-Length: ${bytes.length}`,
          ...(isOwn ? ['Sec-Fetch-Site: same-origin'] : []),
        ]);
        expectOurs(await send(head + bytes));
      }),
      RUNS,
    );
  });

  it('as a key, the answer is a page of the document or none', async () => {
    const [ids = ''] = samples.pdf.path.split('?');
    await fc.assert(
      fc.asyncProperty(strangeField, async (key) => {
        const target = `${ids}?${new URLSearchParams({ key }).toString()}`;
        const answer = await send(rawRequest('GET', target));
        expectOurs(answer);
        expect([302, 404]).toContain(answer.status);
      }),
      RUNS,
    );
  });

  it('as bytes, the answer is ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        expectOurs(await sendRaw(world.app.url, Buffer.concat([bytes, END])));
      }),
      RUNS,
    );
  });

  it('the next reader is served', async () => {
    const page = await openPage(world.app.url + landingPath(samples.pdf));
    expect(page.status).toBe(200);
    expect(world.app.output()).not.toMatch(/\bat \S+ \(|Unhandled/);
  });
});

/** Ends whatever head stood before it, and may stand in none. */
const END = Buffer.from('\0\r\n\r\n');

function expectOurs({ status, headers, body }: RawAnswer): void {
  expect(STATUSES).toContain(status);
  expect(Object.fromEntries(headers)).toMatchObject(
    Object.fromEntries(
      Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  );
  expectSafeLocation(headers.get('location'));
  expect(body.replaceAll(/ (?:href|action)="[^"]*"/g, '')).not.toMatch(NOT_OURS);
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) expectPage(body);
  else if (type.startsWith('application/json'))
    expect(JSON.parse(body)).toHaveProperty('status', 'ok');
  else if (type.startsWith('text/plain; version=')) expect(body).toMatch(/^# HELP /);
  else if (type.startsWith('text/plain')) expect(body).toMatch(/^\d{3} [A-Za-z ]+\n$/);
  else expectNoMarkup(body, type);
}

function expectPage(html: string): void {
  const page = readPage(html);
  expect(html).toMatch(/^<!DOCTYPE html><html lang="(?:en|cy)" class="govuk-template">/);
  expect(HEADINGS).toContain(page.heading);
  expect(page.all(CANARY.tag)).toEqual([]);
  expect(page.all('script')).toHaveLength(1);
  const attributes = page.elements.flatMap((element) => Object.keys(element.attributes));
  expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
}

/** A file of ours, or nothing. */
function expectNoMarkup(body: string, type: string): void {
  if (!/^(?:text\/css|application\/javascript|image\/|font\/)/.test(type)) expect(body).toBe('');
}

/** Nobody can be sent to a place of a stranger's choice. */
function expectSafeLocation(location: string | null): void {
  if (location === null) return;
  const places = [/^\/(?![/\\])/, /^https:\/\/vdp\.cabinetoffice\.gov\.uk\//];
  const isSafe =
    places.some((place) => place.test(location)) ||
    location.startsWith(`${world.sandbox.url}/services/`);
  expect(isSafe, location).toBe(true);
}
