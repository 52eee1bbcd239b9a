import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSeals } from '#lib/session/seals.ts';
import { Secret } from '#lib/secret/secret.ts';
import { ask } from '#tests/support/ask.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import { signIn } from '#tests/support/staff.ts';
import { useWorld } from '#tests/support/use-world.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];

/** What stands only on pages that strangers must not see. */
const SECRETS = /This is a preview of the page|Service on the previews|Check the link|Sign out/;

/** Every route below /preview, as the build lists them: a new one cannot be forgotten. */
const routes: readonly string[] = Object.values(
  JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>,
).filter((route) => /^\/preview(?:\/|$)/.test(route));

/** An address that a route takes. */
function addressOf(route: string): string {
  return route.replace('[...path]', 'a/b/c').replace('[page]', 'landing');
}

const addresses = [...routes.map(addressOf), '/preview/no-such-page', '/preview/landing/no/such'];

describe('a stranger', () => {
  const world = useWorld();

  it('finds the routes of the build below /preview', () => {
    expect(routes).toContain('/preview');
    expect(routes).toContain('/preview/[page]');
    expect(routes.length).toBeGreaterThan(5);
  });

  it.each(addresses.flatMap((address) => METHODS.map((method) => [method, address])))(
    'is told to sign in by %s %s',
    async (method, address) => {
      const answer = await sendRaw(world.app.url, rawRequest(method, address));
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('NotifyLink realm="preview"');
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(answer.body).not.toMatch(SECRETS);
      if (method !== 'HEAD') expect(answer.body).toContain('You need to sign in');
    },
  );

  const spellings = [
    ...['//preview/landing', '/preview//landing', '/preview/landing/', '/preview\\landing'],
    ...[
      '/./preview/landing',
      '/d/../preview/landing',
      '/preview/./landing',
      '/preview/x/../landing',
    ],
    ...['/preview/landing.rsc', '/preview.rsc', '/preview/landing.segments/_tree.segment.rsc'],
    ...[
      '/preview/landing?_rsc=1',
      '/preview/landing?__nextDataReq=1',
      '/preview/landing?nxtPpage=x',
    ],
    ...['/_next/data/build/preview/landing.json', '/preview/landing.json', '/preview/landing.txt'],
    ...['/preview/%6Canding', '/%70review/landing', '/preview%2Flanding', '/preview/landing%2F'],
    ...[
      '/preview/landing%00',
      '/preview/landing%0d%0a',
      '/preview/%E0%A4%A',
      '/preview/landing;a=b',
    ],
    ...['/PREVIEW/landing', '/Preview', '/preview/LANDING', 'http://localhost/preview/landing'],
    ...[
      '/preview/landing#',
      '/preview/landing?token',
      '/preview?token=a&token=b',
      '/preview?lang=cy',
    ],
    ...['/preview/check-link?pasted=x', '/en/preview', '/preview/[page]', '/preview/page'],
  ];
  it.each(spellings)('gets nowhere by the spelling %s', async (address) => {
    for (const method of ['GET', 'POST']) {
      const answer = await sendRaw(world.app.url, rawRequest(method, address));
      expect([401, 404]).toContain(answer.status);
      expect(answer.body).not.toMatch(SECRETS);
    }
  });

  const headers = [
    'x-middleware-subrequest: middleware:middleware:middleware:middleware:middleware',
    'x-middleware-subrequest: src/middleware',
    'x-middleware-subrequest-id: 1',
    'x-middleware-next: 1',
    'x-middleware-rewrite: /preview/landing',
    'x-middleware-override-headers: cookie',
    'x-middleware-request-cookie: staff_session=x',
    'x-invoke-path: /preview/landing',
    'x-invoke-status: 200',
    'x-invoke-output: /preview/landing',
    'x-matched-path: /preview/landing',
    'x-now-route-matches: page=landing',
    'x-nextjs-data: 1',
    'x-nextjs-rewritten-path: /preview/landing',
    'x-prerender-revalidate: 1',
    'rsc: 1',
    'next-router-prefetch: 1',
    'next-router-state-tree: %5B%22%22%5D',
    'next-action: abcdef',
    'purpose: prefetch',
    'sec-purpose: prefetch;prerender',
    'sec-fetch-site: same-origin',
    'x-http-method-override: GET',
    'x-original-url: /preview/landing',
    'x-rewrite-url: /preview/landing',
    'x-forwarded-for: 127.0.0.1',
    'x-forwarded-host: 127.0.0.1',
    'forwarded: for=127.0.0.1',
    'authorization: Bearer staff',
    'authorization: Basic c3RhZmY6c3RhZmY=',
  ];
  it.each(headers)('gets nowhere by the header %s', async (header) => {
    for (const address of addresses) {
      const answer = await sendRaw(world.app.url, rawRequest('GET', address, [header]));
      expect(answer.status).toBe(401);
    }
    // A header must not carry a stranger from elsewhere to the pages for staff either.
    const elsewhere = await sendRaw(world.app.url, rawRequest('GET', '/cookies', [header]));
    expect(elsewhere.body).not.toMatch(SECRETS);
  });

  describe('with a forged session', () => {
    let real = '';
    beforeAll(async () => {
      real = (await signIn(world.app.url)).Cookie.replace('staff_session=', '');
    });

    const session = {
      id: 'id',
      emailAddress: 'a@b.gov.uk',
      formToken: 'token',
      signedInAtMs: Date.now(),
      lastUsedAtMs: Date.now(),
    };
    const foreignSeals = createSeals([new Secret('a key of somebody else'.repeat(3))]);
    it.each<[string, () => string | Promise<string>]>([
      ['empty', () => ''],
      ['of a word', () => 'staff'],
      ['of JSON', () => encodeURIComponent(JSON.stringify(session))],
      ['of base64', () => Buffer.from(JSON.stringify(session)).toString('base64url')],
      ['sealed by another key', async () => (await foreignSeals.seal(session, 0)).reveal()],
      [
        'changed in a letter',
        () => real.replace(/.(?=.{9}$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
      ],
      ['cut short', () => real.slice(0, -4)],
      ['with more in its seal', () => real.replace('~', 'x~')],
      ['of another version', () => real.replace(/^Fe26\.2/, 'Fe26.1')],
      ['of great length', () => 'x'.repeat(8_000)],
      ['in quotation marks', () => `"${real.slice(1)}"`],
    ])('that is %s is told to sign in', async (_, forge) => {
      for (const address of addresses) {
        const headers = { Cookie: `staff_session=${await forge()}` };
        expect((await ask(world.app.url + address, { headers })).status).toBe(401);
      }
    });

    it('under another name is told to sign in', async () => {
      for (const name of ['Staff_Session', 'staff_session2', '__Host-staff_session', 'session']) {
        const headers = { Cookie: `${name}=${real}` };
        expect((await ask(`${world.app.url}/preview`, { headers })).status).toBe(401);
      }
    });

    it('that is real gets in', async () => {
      const headers = { Cookie: `staff_session=${real}` };
      expect((await ask(`${world.app.url}/preview/landing`, { headers })).status).toBe(200);
    });
  });
});

describe('a member of staff', () => {
  const world = useWorld();

  it.each([
    ['PUT', '/preview', 'GET, HEAD'],
    ['DELETE', '/preview/landing', 'GET, HEAD, POST'],
    ['POST', '/preview/landing', 'GET, HEAD'],
    ['GET', '/preview/sign-out', 'POST'],
    ['PATCH', '/preview/check-link', 'GET, HEAD, POST'],
  ])('is told which methods there are by %s %s', async (method, address, allowed) => {
    const headers = { ...(await signIn(world.app.url)), 'Sec-Fetch-Site': 'same-origin' };
    const body = method === 'POST' ? new URLSearchParams() : null;
    const answer = await ask(world.app.url + address, { method, headers, body });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allowed);
  });

  it.each(['/preview/no-such-page', '/preview/a/b/c', '/preview/landing/side-by-side/x'])(
    'finds nothing at %s',
    async (address) => {
      const headers = await signIn(world.app.url);
      expect((await ask(world.app.url + address, { headers })).status).toBe(404);
    },
  );

  it.each(['/preview/check-link', '/preview/sign-out', '/preview/email-form'])(
    'cannot be made to send a form to %s by another site',
    async (address) => {
      const session = await signIn(world.app.url);
      const send = (headers: Record<string, string>, fields = {}) =>
        ask(world.app.url + address, {
          method: 'POST',
          headers: { ...session, ...headers },
          body: new URLSearchParams(fields),
        });
      expect((await send({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
      expect((await send({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403);
      expect((await send({})).status).toBe(403);
      expect((await send({}, { token: 'guessed' })).status).toBe(403);
      expect((await ask(`${world.app.url}/preview`, { headers: session })).status).toBe(200);
    },
  );

  it('can send a form from a browser that does not say where it comes from', async () => {
    const headers = await signIn(world.app.url);
    const page = await (await ask(`${world.app.url}/preview/check-link`, { headers })).text();
    const token = /name="token" value="(?<token>[^"]+)"/.exec(page)?.groups?.['token'] ?? '';
    const body = new URLSearchParams({ token, pasted: 'Hello' });
    const answer = await ask(`${world.app.url}/preview/check-link`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(200);
  });
});
