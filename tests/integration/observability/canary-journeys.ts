import { expect, vi } from 'vitest';
import { Secret } from '#lib/secret/secret.ts';
import { makePassToken } from '#lib/staff/staff-link.ts';
import type { Fault } from '#sandbox/faults/fault.ts';
import { sampleLinks, samples } from '#sandbox/samples.ts';
import { ask, openPage, postForm, type OpenedPage } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { readFormToken } from '#tests/support/form-token.ts';
import { cookieHeader, readCookies } from '#tests/support/read-cookies.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import type { CanaryWorld } from './canary-world.ts';

/** What somebody does, or what befalls the program. */
type Journey = (world: CanaryWorld) => Promise<unknown>;

const [ids = ''] = samples.pdf.path.split('?');
const { key } = samples.pdf;
const form = samples['asks-for-email'];

/** Everything that citizens, staff, strangers and faults do. */
export const journeys: Readonly<Record<string, Journey>> = {
  async 'every link of the samples'({ app }) {
    for (const sample of sampleLinks) {
      for (const path of [landingPath(sample), formPath(sample), downloadPath(sample)]) {
        await openPage(app.url + path);
      }
    }
  },

  async 'a reader who types their address'({ app, canaries }) {
    const url = app.url + formPath(form);
    const token = await vi.waitFor(() => readFormToken(url), PATIENCE);
    const address = form.emailAddress ?? '';
    const { headers } = await until(302, () => postForm(url, { token, email_address: address }));
    canaries.set('a form token', token).set('the address of a reader', address);
    keepCookies(headers, canaries);
    const reader = { headers: { Cookie: cookieHeader(headers) } };
    await openPage(app.url + downloadPath(form), reader);
    await openPage(url, reader);
  },

  async 'a reader who types other things'({ app, secret }) {
    for (const name of ['a wrong address', 'a mistyped address']) {
      const fields = { email_address: secret(name) };
      await until(400, () => postForm(app.url + formPath(form), fields));
    }
  },

  async 'a member of staff'(world) {
    const { app, canaries } = world;
    const { token, cookie } = await vi.waitFor(() => signIn(world), PATIENCE);
    const staff = { headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' } };
    for (const page of ['', '/landing', '/landing/side-by-side', `?token=${token}`]) {
      await openPage(`${app.url}/preview${page}`, staff);
    }
    const checkUrl = `${app.url}/preview/check-link`;
    const formToken = await vi.waitFor(() => readFormToken(checkUrl, staff), PATIENCE);
    canaries.set('a form token of staff', formToken);
    for (const pasted of [app.url + samples.pdf.path, `see <${app.url}${ids}?key=${key}x>`]) {
      const fields = { token: formToken, pasted, address: '192.0.2.7' };
      await until(200, () => postForm(checkUrl, fields, staff.headers));
    }
    await postForm(`${app.url}/preview/sign-out`, { token: formToken }, staff.headers);
  },

  async 'links that were mangled on the way'({ app }) {
    for (const target of [
      `${ids}%3Fkey=${key}`,
      `${ids}/${key}`,
      `${ids}&key=${key}`,
      `${ids}?amp;key=${key}`,
      `${ids}?key=${key}.`,
      `${ids}?Key=${key}`,
      `${ids}#key=${key}`,
      `/${key}`,
      `/d/${key}?key=${key}`,
      `/services/${key}?key=${key}`,
      `/assets/${key}.css`,
      `/_next/${key}?key=${key}`,
      `//elsewhere.example/${key}`,
      `/%E0%A4%A${key}`,
      `/preview/${key}?token=${key}`,
    ]) {
      const referer = `Referer: ${app.url}${ids}?${key}`;
      await sendRaw(app.url, rawRequest('GET', target, [referer]), PATIENCE.timeout);
    }
  },

  async 'what is no HTTP'({ app }) {
    await sendRaw(app.url, `GET ${ids}?key=${key} HTTP/9\r\n\r\n`, PATIENCE.timeout);
    const long = rawRequest('GET', '/', [`X-Key: ${key.repeat(1000)}`]);
    await sendRaw(app.url, long, PATIENCE.timeout);
  },

  async 'forged cookies, tokens and forms'({ app, secret }) {
    const headers = {
      Cookie: `document_confirmation=Fe26.2*1*${key}; document_access_signed_data=${key}; staff_session=${key}`,
      Authorization: `Bearer ${secret('a token of a stranger')}`,
    };
    for (const path of [downloadPath(form), '/metrics', '/preview', `/preview?token=${key}`]) {
      await ask(app.url + path, { headers });
    }
    const body = new URLSearchParams({ token: key, email_address: secret('a wrong address') });
    await ask(app.url + formPath(form), { method: 'POST', headers, body });
    await ask(app.url + formPath(form), { method: 'POST', headers, body: key });
  },

  'an error of the program': ({ app }) =>
    until(500, () => openPage(app.url + downloadPath(samples['expires-in-31-days']))),

  'a Notify API that fails in many ways': (world) => meetFaults(world, 'notify'),

  'a document-download-api that fails in many ways': (world) => meetFaults(world, 'documents'),

  async 'Redis that goes and comes back'({ app, redis }) {
    await redis.kill();
    await openPage(app.url + landingPath(samples.pdf));
    await redis.restart();
  },

  async 'a worker that dies'({ app }) {
    const [worker = 0] = app.workers();
    process.kill(worker, 'SIGABRT');
    await eventually(() => app.output().includes('A worker died'), PATIENCE.timeout);
    await until(200, () => openPage(app.url + landingPath(samples.pdf)));
  },
};

/** The interval is longer than a second, by which tokens are told apart. */
const PATIENCE = { timeout: 60_000, interval: 1_100 };

const FAULTS: readonly Fault[] = [
  { body: 'html' },
  { body: 'half-json' },
  { body: 'wrong-types' },
  { body: 'oversized' },
  { status: 500 },
  { status: 401 },
  { status: 302 },
  { reset: true },
  { stallHeaders: true },
  { stallBody: true },
];

/** Each fault meets a link, and an address that somebody types. */
async function meetFaults(world: CanaryWorld, api: 'notify' | 'documents'): Promise<void> {
  const { app, sandbox, canaries, fresh, secret } = world;
  for (const fault of FAULTS) {
    // So that no breaker opens, behind which nothing would be met.
    sandbox.faults = {};
    await until(200, () => openPage(app.url + landingPath(fresh.next())));
    sandbox.faults = { [api]: fault };
    const sample = fresh.next();
    canaries.set(`the key of ${sample.documentId}`, sample.key);
    await Promise.all([
      openPage(app.url + landingPath(sample)),
      postForm(app.url + formPath(sample), { email_address: secret('a wrong address') }),
    ]);
  }
}

/** Lets a member of staff in by a link. @throws when they do not get in */
async function signIn({ app, canaries, secret }: CanaryWorld) {
  const emailAddress = new Secret(secret('the address of a member of staff'));
  const keys = [new Secret(secret('SECRET_KEY'))];
  const signing = { keys, salt: new Secret(secret('DANGEROUS_SALT')) };
  const token = makePassToken({ emailAddress, serviceId: null }, signing, Date.now()).reveal();
  canaries.set(`the token ${token}`, token);
  const { headers } = await ask(`${app.url}/preview?token=${token}`);
  expect(headers.getSetCookie()).not.toEqual([]);
  return { token, cookie: keepCookies(headers, canaries) };
}

/** A busy machine may let an answer come too late for the short deadline of these tests. */
function until(status: number, open: () => Promise<OpenedPage>): Promise<OpenedPage> {
  return vi.waitFor(async () => {
    const page = await open();
    expect(page.status).toBe(status);
    return page;
  }, PATIENCE);
}

/** What cookies hold is secret from now on. @returns what a browser would send back */
function keepCookies(headers: Headers, canaries: Map<string, string>): string {
  for (const [name, { value }] of Object.entries(readCookies(headers))) {
    canaries.set(`the cookie ${name}`, value);
  }
  return cookieHeader(headers);
}
