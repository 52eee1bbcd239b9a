import { describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import { samples } from '#sandbox/samples.ts';
import { ask, openPage, postForm } from '#tests/support/ask.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { createFreshSamples } from '#tests/support/fresh-samples.ts';
import { json, startStandIn } from '#tests/support/stand-in.ts';
import { startApp } from '#tests/support/start-app.ts';
import { DOCUMENT, SERVICE } from '#tests/support/api-samples.ts';
import { useWorld } from '#tests/support/use-world.ts';

const fresh = createFreshSamples({ askForEmail: true });
const world = useWorld({ sandbox: fresh });

describe('the calls of a page', () => {
  it('start side by side: the second does not wait for the answer to the first', async () => {
    const delayMs = 1000;
    await ask(world.app.url + landingPath(fresh.next()));
    world.sandbox.clearCalls();
    world.sandbox.faults = { notify: { delayMs }, documents: { delayMs } };
    await ask(world.app.url + landingPath(fresh.next()));
    const [first, second] = world.sandbox.calls.map(({ timeMs }) => timeMs);
    expect(Math.abs((first ?? 0) - (second ?? Infinity))).toBeLessThan(delayMs);
  });

  it.each([
    ['landing page', landingPath],
    ['e-mail form', formPath],
    ['download page', downloadPath],
  ])('are one to each API: %s', async (_, pathOf) => {
    await ask(world.app.url + pathOf(fresh.next()));
    expect(world.sandbox.counts).toMatchObject({ service: 1, check: 1, authenticate: 0 });
  });

  it.each(['/cookies', '/_status', '/security.txt', '/nothing'])(
    'are none where none is needed: %s',
    async (path) => {
      await ask(world.app.url + path);
      expect(world.sandbox.calls).toEqual([]);
    },
  );

  it.each([
    ['an address', 'someone@example.gov.uk', 1],
    ['no address', '', 0],
    ['a malformed address', 'someone', 0],
  ])('authenticate at most once: %s', async (_, email_address, authenticate) => {
    await postForm(world.app.url + formPath(fresh.next()), { email_address });
    expect(world.sandbox.counts).toMatchObject({ check: 1, authenticate });
  });

  it('authenticate nobody for a document that asks nobody', async () => {
    const page = await postForm(world.app.url + formPath(samples.pdf), { email_address: 'a@b.uk' });
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe(downloadPath(samples.pdf));
    expect(page.headers.getSetCookie()).toEqual([]);
    expect(world.sandbox.counts.authenticate).toBe(0);
  });

  it('are told nothing of a page that only changes language', async () => {
    await openPage(world.app.url + landingPath(samples.pdf, { lang: 'cy' }));
    expect(JSON.stringify(world.sandbox.calls)).not.toContain('lang');
  });
});

it('keeps its connections to the APIs', async () => {
  const notify = await startStandIn(json(200, { data: SERVICE }));
  const documents = await startStandIn(json(200, { document: DOCUMENT }));
  const app = await startApp({
    API_HOST_NAME: notify.baseUrl,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: 'http://public.example',
    DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL: documents.baseUrl,
  });
  for (let visit = 0; visit < 10; visit += 1) {
    const { status } = await ask(`${app.url}/d/${randomId()}/${randomId()}?key=a`);
    expect(status).toBe(200);
  }
  expect([notify.calls.length, documents.calls.length]).toEqual([10, 10]);
  expect([notify.connectionCount(), documents.connectionCount()]).toEqual([1, 1]);

  await app.stop();
  await Promise.all([notify.close(), documents.close()]);
});

function randomId(): string {
  return encodeUuid(randomUUID());
}
