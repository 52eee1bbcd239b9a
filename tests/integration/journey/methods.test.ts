import { METHODS } from 'node:http';
import { describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask } from '#tests/support/ask.ts';
import { readPage } from '#tests/support/read-page.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();

const READ_ONLY: readonly (readonly [what: string, path: string])[] = [
  ['landing page', landingPath(samples.pdf)],
  ['download page', downloadPath(samples.pdf)],
  ['cookies page', '/cookies'],
  ['moved document', '/services/_status'],
  ['security.txt', '/security.txt'],
  ['security.txt of its well-known place', '/.well-known/security.txt'],
  ['health check', '/_status'],
];
const FORM = formPath(samples['asks-for-email']);

/** All that Node's parser takes; CONNECT names a host instead of a path. */
const ALL_METHODS = METHODS.filter((method) => method !== 'CONNECT');
const otherThan = (...taken: readonly string[]) =>
  ALL_METHODS.filter((method) => !taken.includes(method));

describe('HEAD', () => {
  it.each([
    ...READ_ONLY,
    ['e-mail form', FORM],
    ['not-found page', '/nothing-here'],
    ['page of a wrong key', landingPath(samples['wrong-key'])],
    ['page of an expired document', landingPath(samples.expired)],
    ['page of a broken API', landingPath(samples['broken-document'])],
  ] as const)('answers as GET does, without a body: %s', async (_, path) => {
    const url = world.app.url + path;
    const get = await ask(url);
    const head = await ask(url, { method: 'HEAD' });
    expect(head.status).toBe(get.status);
    expect(await head.text()).toBe('');
    expect(lastingHeaders(head)).toEqual(lastingHeaders(get));
  });

  it('sends nothing after the head', async () => {
    const { body } = await sendRaw(world.app.url, rawRequest('HEAD', landingPath(samples.pdf)));
    expect(body).toBe('');
  });

  it('authenticates nobody', async () => {
    await ask(world.app.url + FORM, { method: 'HEAD' });
    expect(world.sandbox.counts.authenticate).toBe(0);
  });
});

describe('a method that a page does not take', () => {
  it.each(READ_ONLY)('is refused as a page that names the others: %s', async (_, path) => {
    for (const method of otherThan('GET', 'HEAD')) await expectRefusal(method, path, 'GET, HEAD');
    expect(world.sandbox.calls).toEqual([]);
  });

  it('is refused by the e-mail form too, which takes POST', async () => {
    const allowed = 'GET, HEAD, POST';
    for (const method of otherThan('GET', 'HEAD', 'POST'))
      await expectRefusal(method, FORM, allowed);
    expect(world.sandbox.calls).toEqual([]);
  });

  it('is not found where there is no page', async () => {
    for (const method of otherThan('HEAD')) {
      const { status, body } = await sendRaw(world.app.url, rawRequest(method, '/nothing-here'));
      expect([method, status]).toEqual([method, 404]);
      expect(readPage(body).heading).toBe('Page not found');
    }
  });

  it('is no request at all when it is none that Node knows, or CONNECT', async () => {
    for (const [method, target] of [
      ['BREW', '/_status'],
      ['get', '/_status'],
      ['CONNECT', 'example.com:443'],
    ] as const) {
      const { status, headers } = await sendRaw(world.app.url, rawRequest(method, target));
      expect([method, status]).toEqual([method, 400]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

async function expectRefusal(method: string, path: string, allowed: string): Promise<void> {
  const { status, headers, body } = await sendRaw(world.app.url, rawRequest(method, path));
  expect([method, status, headers.get('allow')]).toEqual([method, 405, allowed]);
  expect(readPage(body).heading).toBe('This page does not work that way');
}

const OF_THE_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];
const OF_ONE_REQUEST = ['date', 'x-b3-traceid', 'x-b3-spanid'];

/** What does not differ from one request to the next. */
function lastingHeaders({ headers }: Response): Record<string, string> {
  const passing = [...OF_THE_CONNECTION, ...OF_ONE_REQUEST];
  return Object.fromEntries([...headers].filter(([name]) => !passing.includes(name)));
}
