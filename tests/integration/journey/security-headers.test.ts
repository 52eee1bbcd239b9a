import { describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask, postForm } from '#tests/support/ask.ts';
import { scoreAnswer } from '#tests/support/http-observatory.ts';
import { readPage } from '#tests/support/read-page.ts';
import { formPath, landingPath } from '#tests/support/sample-paths.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld({ environment: { HTTP_PROTOCOL: 'https' } });

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const get = async (path: string, init: RequestInit = {}): Promise<Answer> => {
  const { status, headers, body } = await ask(world.app.url + path, init);
  return { status, headers, body: await new Response(body).text() };
};
const raw = (bytes: string) => sendRaw(world.app.url, bytes);

async function assetPath(tag: string, attribute: string): Promise<string> {
  const { body } = await get(landingPath(samples.pdf));
  const element = readPage(body)
    .all(tag)
    .find(({ attributes }) => attributes[attribute]?.startsWith('/assets/application'));
  return element?.attributes[attribute] ?? 'no such asset';
}

const UPGRADE = rawRequest('GET', '/_status', ['Upgrade: websocket']).replace(
  'Connection: close',
  'Connection: Upgrade, close',
);

const form = samples['asks-for-email'];
const url = (path: string) => world.app.url + path;

/** Every kind of answer there is. */
const ANSWERS: readonly (readonly [what: string, status: number, answer: () => Promise<Answer>])[] =
  [
    ['a page', 200, () => get(landingPath(samples.pdf))],
    ['a page in a chosen language', 200, () => get(landingPath(samples.pdf, { lang: 'cy' }))],
    ['a page that is not found', 404, () => get('/nothing-here')],
    ['a page that is gone', 410, () => get(landingPath(samples.expired))],
    ['a page of a problem', 503, () => get(landingPath(samples['broken-document']))],
    ['a page of a slow API', 504, () => get(landingPath(samples['slow-document']))],
    ['a refused method', 405, () => get('/_status', { method: 'DELETE' })],
    ['a refused form', 403, async () => withBody(await postForm(url(formPath(form)), {}, {}))],
    ['a form with an error', 400, async () => withBody(await postForm(url(formPath(form)), {}))],
    ['a form that is no form', 415, () => get(formPath(form), { method: 'POST', body: 'text' })],
    [
      'a redirect with cookies',
      302,
      async () =>
        withBody(await postForm(url(formPath(form)), { email_address: form.emailAddress ?? '' })),
    ],
    ['a redirect elsewhere', 302, () => get('/security.txt')],
    ['a redirect for good', 301, () => get('/services/_status')],
    ['a path with a trailing slash', 200, () => get(landingPath(samples.pdf).replace('?', '/?'))],
    ['/_status', 200, () => get('/_status')],
    ['/_status, simply', 200, () => get('/_status?simple=1')],
    ['a style sheet', 200, async () => get(await assetPath('link', 'href'))],
    ['a script', 200, async () => get(await assetPath('script', 'src'))],
    ['a static file that is not there', 404, () => get('/assets/missing.css')],
    ['a folder of static files', 404, () => get('/assets/')],
    ['the framework’s files', 404, () => get('/_next/static/chunks/main.js')],
    ['the framework’s images', 404, () => get('/_next/image?url=%2Ffavicon.ico&w=64&q=75')],
    ['a URL that cannot be decoded', 404, () => raw(rawRequest('GET', '/%E0%A4%A'))],
    ['a URL with a zero byte', 404, () => raw(rawRequest('GET', '/%00'))],
    ['a whole URL', 200, () => raw(rawRequest('GET', 'http://elsewhere.example/_status'))],
    ['a method that is none', 400, () => raw(rawRequest('BREW', '/'))],
    ['a tunnel', 400, () => raw(rawRequest('CONNECT', 'elsewhere.example:443'))],
    ['no HTTP at all', 400, () => raw('\u0016\u0003\u0001 hello\r\n\r\n')],
    ['a header that is none', 400, () => raw(rawRequest('GET', '/', ['no colon']))],
    [
      'two lengths',
      400,
      () => raw(rawRequest('POST', '/', ['Content-Length: 1', 'Content-Length: 2'])),
    ],
    [
      'two ways to end a body',
      400,
      () => raw(rawRequest('POST', '/', ['Content-Length: 1', 'Transfer-Encoding: chunked'])),
    ],
    [
      'a header that is too long',
      431,
      () => raw(rawRequest('GET', '/', [`X: ${'x'.repeat(20_000)}`])),
    ],
    ['an offer of another protocol', 200, () => raw(UPGRADE)],
  ];

describe.each(ANSWERS)('%s', (_, status, answer) => {
  it(`has all security headers, and no score below A+, on its ${status}`, async () => {
    const { headers, body, ...rest } = await answer();
    expect(rest.status).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject(ALWAYS);
    expect(headers.get('x-powered-by')).toBeNull();
    expect([null, 'Accept-Encoding']).toContain(headers.get('vary'));
    expectPolicy(headers.get('content-security-policy') ?? '');
    expectPermissions(headers.get('permissions-policy') ?? '');
    const { score, findings } = scoreAnswer(headers, body);
    expect(score, JSON.stringify(findings)).toBeGreaterThanOrEqual(100);
  });
});

describe('who may store an answer', () => {
  it.each(ANSWERS.filter(([what]) => !/^a (?:style sheet|script)$/.test(what)))(
    'nobody may: %s',
    async (_, __, answer) => {
      const { headers } = await answer();
      expect(headers.get('cache-control')).toBe('no-store, no-cache, private, must-revalidate');
    },
  );

  it.each([
    ['link', 'href'],
    ['script', 'src'],
  ])('everybody may for ever where the name tells the content: %s', async (tag, attribute) => {
    const { headers } = await get(await assetPath(tag, attribute));
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
});

/** Contracts, section 6. */
const ALWAYS = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-robots-tag': 'noindex, nofollow',
};

function expectPolicy(header: string): void {
  const directives = header.split('; ');
  expect(directives).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "form-action 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]),
  );
  expect(header).not.toMatch(/unsafe|data:|https?:|\*/);
}

function expectPermissions(header: string): void {
  for (const feature of ['geolocation', 'microphone', 'camera', 'autoplay', 'payment', 'sync-xhr'])
    expect(header.split(', ')).toContain(`${feature}=()`);
}

function withBody({ status, headers, html }: Awaited<ReturnType<typeof postForm>>): Answer {
  return { status, headers, body: html };
}
