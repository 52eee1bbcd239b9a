import { afterEach, describe, expect, it } from 'vitest';
import type { ApiName, Fault } from '#sandbox/faults/fault.ts';
import { SAMPLE_EMAIL_ADDRESS, samples } from '#sandbox/samples.ts';
import { openPage, postForm } from '#tests/support/ask.ts';
import { createFreshSamples } from '#tests/support/fresh-samples.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { useWorld } from '#tests/support/use-world.ts';

const DEADLINE_SECONDS = 2;
/** Each page is about another service: the program remembers those that it has seen. */
const fresh = createFreshSamples({ askForEmail: true });
const world = useWorld({
  environment: { HTTP_SERVE_TIMEOUT_SECONDS: String(DEADLINE_SECONDS) },
  sandbox: fresh,
});
const openLanding = () => openPage(world.app.url + landingPath(fresh.next()));

const PROBLEM = 'Sorry, there’s a problem with the service';
const USUAL_RETRY = '30';

const APIS: readonly ApiName[] = ['notify', 'documents'];
const FAULTS: readonly (readonly [what: string, status: number, fault: Fault])[] = [
  ['answers a page', 503, { body: 'html' }],
  ['answers half a JSON', 503, { body: 'half-json' }],
  ['answers wrong types', 503, { body: 'wrong-types' }],
  ['answers 10 MB', 503, { body: 'oversized' }],
  ['answers nothing', 503, { body: 'empty' }],
  ['answers 500', 503, { status: 500 }],
  ['answers 502', 503, { status: 502 }],
  ['answers 503', 503, { status: 503 }],
  ['answers 504', 504, { status: 504 }],
  ['answers a redirect', 503, { status: 302 }],
  ['answers a success without content', 503, { status: 204 }],
  ['answers that it is a teapot', 503, { status: 418 }],
  ['resets the connection', 503, { reset: true }],
  ['takes the request and says nothing', 504, { stallHeaders: true }],
  ['stops in the middle', 504, { stallBody: true }],
];

/** So that each test finds its API trusted: after some failures in a row it would be given a rest. */
afterEach(async () => {
  world.sandbox.faults = {};
  const { status } = await openLanding();
  expect(status).toBe(200);
});

describe.each(APIS)('when the API of %s', (api) => {
  it.each(FAULTS)('%s, the reader is told of a problem: %i', async (_, status, fault) => {
    world.sandbox.faults = { [api]: fault };
    const page = await openLanding();
    expect(page.status).toBe(status);
    expect(page.heading).toBe(PROBLEM);
    expect(page.title).toBe(`${PROBLEM} – GOV.UK`);
    expect(page.html).not.toMatch(/Error:|\bat \S+ \(|undici|zod|padding|Internal Server Error/);
  });

  it('says when to come back, so does the page', async () => {
    world.sandbox.faults = { [api]: { status: 503, retryAfter: 77 } };
    const page = await openLanding();
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('77');
  });

  it('says nothing of that, the page names a usual time', async () => {
    world.sandbox.faults = { [api]: { status: 500 } };
    const page = await openLanding();
    expect(page.headers.get('retry-after')).toBe(USUAL_RETRY);
  });

  it('is slow, the page is there by the deadline of the whole request', async () => {
    world.sandbox.faults = { [api]: { delayMs: 60_000 } };
    const startedAt = performance.now();
    const page = await openLanding();
    const seconds = (performance.now() - startedAt) / 1000;
    expect(page.status).toBe(504);
    expect(seconds / DEADLINE_SECONDS).toBeGreaterThan(0.9);
    // A page that waited so long for each of two calls would take twice as long.
    expect(seconds / DEADLINE_SECONDS).toBeLessThan(1.9);
  });

  it('fails, so do the form and the download page', async () => {
    world.sandbox.faults = { [api]: { status: 500 } };
    for (const pathOf of [formPath, downloadPath]) {
      expect((await openPage(world.app.url + pathOf(fresh.next()))).status).toBe(503);
    }
    const page = await postForm(world.app.url + formPath(fresh.next()), {
      email_address: SAMPLE_EMAIL_ADDRESS,
    });
    expect(page.status).toBe(503);
    expect(page.headers.getSetCookie()).toEqual([]);
  });
});

describe('when Notify API', () => {
  it.each([401, 403])(
    'refuses our credentials by %i, that is no fault of the reader',
    async (status) => {
      world.sandbox.faults = { notify: { status } };
      const page = await openLanding();
      expect(page.status).toBe(503);
      expect(page.heading).toBe(PROBLEM);
    },
  );

  it.each([400, 404, 410])('knows no such service by %i, the page is not found', async (status) => {
    world.sandbox.faults = { notify: { status } };
    const page = await openLanding();
    expect(page.status).toBe(404);
    expect(page.heading).toBe('Page not found');
  });

  it('is slow, a link that opens nothing is answered when its service is known', async () => {
    world.sandbox.faults = { notify: { delayMs: 300 } };
    const page = await openPage(world.app.url + landingPath(samples['wrong-key']));
    expect(page.status).toBe(404);
    expect(page.inMain('p')[0]?.text).toContain('Apply for a juggling licence');
  });
});

describe('when both APIs fail', () => {
  it('there is one page and one status', async () => {
    world.sandbox.faults = { notify: { status: 500 }, documents: { status: 500 } };
    const page = await openLanding();
    expect(page.status).toBe(503);
  });
});

it('writes no key and no address to its log, whatever failed', () => {
  const { documents } = fresh;
  const keys = documents.filter(({ key }) => world.app.output().includes(key));
  expect(keys).toEqual([]);
  expect(world.app.output()).not.toContain(SAMPLE_EMAIL_ADDRESS);
});
