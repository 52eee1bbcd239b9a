import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleLinks, samples } from '#sandbox/samples.ts';
import { ask } from '#tests/support/ask.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startNextServer } from '#tests/support/start-next-server.ts';
import { useWorld } from '#tests/support/use-world.ts';
import { newVisitor } from '#tests/support/visitors.ts';

/** With Next's own server around the same pages (docs/decisions/0052): nobody is to see a difference. */
const world = useWorld();
let next: App;

beforeAll(async () => {
  next = await startNextServer({
    API_HOST_NAME: world.sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: world.sandbox.url,
    TRUSTED_PROXY_COUNT: '1',
  });
});

afterAll(() => next.stop());

const form = samples['asks-for-email'];
const email = form.emailAddress ?? '';
const JOURNEY = [landingPath(samples.pdf), formPath(form), downloadPath(samples.pdf)];
const OTHERS = ['/', '/_status', '/cookies', '/security.txt', '/.well-known/security.txt'];
const MOVED = ['/services/_status', '/services', '/services/a/b', '/d/a/b?key=c', '/d/a/b/c/d'];
const STAFF = ['/preview', '/preview/landing', '/preview/landing/side-by-side', '/preview/a/b/c'];
const STRANGE = ['/%E0%A4%A', '/cookies/', '/_next/data/x.json', '/a%2Fb?a=b&a=c'];

const get = [...sampleLinks.map(({ path }) => path), ...JOURNEY, ...OTHERS, ...MOVED, ...STAFF];

describe.each([...get, ...STRANGE])('GET %s', (path) => {
  it('is answered alike', () => expectAlike(path));
});

describe.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s', (method) => {
  it.each([...JOURNEY, '/_status', '/no/such/page'])('%s is answered alike', (path) =>
    expectAlike(path, { method }),
  );
});

describe('a form', () => {
  it.each([
    ['with the right address', { email_address: email }, 'same-origin'],
    ['with another one', { email_address: 'somebody@example.gov.uk' }, 'same-origin'],
    ['with none', {}, 'same-origin'],
    ['from elsewhere', { email_address: email }, 'cross-site'],
    ['that is too large', { email_address: 'x'.repeat(100_000) }, 'same-origin'],
  ])('%s is answered alike', (_, fields, site) =>
    expectAlike(formPath(form), {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'Sec-Fetch-Site': site },
    }),
  );
});

it.each(['cy', 'en'])('the language %s is kept alike', (lang) =>
  expectAlike(landingPath(samples.pdf, { lang })),
);

async function expectAlike(path: string, init: RequestInit = {}): Promise<void> {
  const headers = {
    ...(init.headers as Record<string, string> | undefined),
    'X-Forwarded-For': newVisitor(),
    'X-B3-TraceId': 'the-same-for-both',
    'X-B3-SpanId': 'this-too',
  };
  const asked = { ...init, headers };
  const [ours, theirs] = [
    await describeAnswer(world.app, path, asked),
    await describeAnswer(next, path, asked),
  ];
  expect(ours).toEqual(theirs);
}

/** Of connections, not of answers. */
const HOP = ['connection', 'date', 'keep-alive', 'transfer-encoding'];
/** What each process makes anew. */
const MADE_ANEW =
  /(name="token" value="|"build_time":"|"git_commit":"|_token=|signed_data=|confirmation=)[^";]*/g;

async function describeAnswer({ url }: App, path: string, init: RequestInit) {
  const answer = await ask(url + path, init);
  const headers = [...answer.headers]
    .filter(([name]) => !HOP.includes(name) && name !== 'content-length')
    .map(([name, value]) => [name, value.replace(MADE_ANEW, '$1')]);
  const text = (await answer.text()).replace(MADE_ANEW, '$1');
  return { status: answer.status, headers, text };
}
