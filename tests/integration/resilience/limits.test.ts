import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import { samples, type SampleName } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask, openPage } from '#tests/support/ask.ts';
import { readRemaining } from '#tests/support/read-limits.ts';
import { formPath, landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';
import { whileStoreAnswers } from '#tests/support/while-store-answers.ts';

const PAGES = 15;
const GUESSES = 3;
const ATTEMPTS = 4;

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox();
  app = await startInstance({
    sandbox,
    environment: {
      RATE_LIMIT_DOCUMENT_PAGES: `${PAGES}/60`,
      RATE_LIMIT_UNKNOWN_LINKS: `${GUESSES}/90`,
      RATE_LIMIT_EMAIL_CONFIRMATIONS: `${ATTEMPTS}/120`,
      RATE_LIMIT_EXEMPT_CIDRS: '192.0.2.0/24,2001:db8:feed::/48',
    },
  });
});
afterAll(async () => {
  await app.stop();
  await sandbox.close();
});

const landing = (address: string, name: SampleName = 'pdf') =>
  openPage(app.url + landingPath(samples[name]), visitFrom(address));

async function statusesOf(count: number, visit: () => Promise<{ readonly status: number }>) {
  const statuses: number[] = [];
  for (let number = 1; number <= count; number += 1) statuses.push((await visit()).status);
  return statuses;
}

const times = (count: number, status: number) => Array<number>(count).fill(status);

/** What came of the visits of somebody new, who is counted in one place all the while. */
const asVisitor = <Result>(visit: (address: string) => Promise<Result>) =>
  whileStoreAnswers([app], () => visit(newVisitor()));

describe('who asks for too many pages', () => {
  let address: string;
  beforeAll(async () => {
    const statuses = await asVisitor((visitor) => {
      address = visitor;
      return statusesOf(PAGES + 1, () => landing(visitor));
    });
    expect(statuses).toEqual([...times(PAGES, 200), 429]);
  });

  it('gets a page that says when to come back', async () => {
    const page = await landing(address);
    expect(page.status).toBe(429);
    expect(page.heading).toBe('Cannot access document');
    expect(page.headers.get('retry-after')).toMatch(/^([1-9]|[1-5]\d|60)$/);
    expect(page.headers.get('ratelimit-policy')).toBe(
      `"document-pages";q=${PAGES};w=60, "unknown-links";q=${GUESSES};w=90`,
    );
    expect(page.headers.get('ratelimit')).toMatch(
      /^"document-pages";r=0;t=\d+, "unknown-links";r=3;t=\d+$/,
    );
  });

  it.each(['/_status', '/_status?simple=1', '/metrics', '/cookies', stylesheetPath()])(
    'still gets %s, which no limit is on',
    async (path) => {
      const { status, headers } = await ask(app.url + path, visitFrom(address));
      expect(status).toBe(200);
      expect([...headers.keys()].filter((name) => name.startsWith('ratelimit'))).toEqual([]);
    },
  );

  it('keeps nobody else away', async () => {
    expect((await landing(newVisitor())).status).toBe(200);
  });
});

describe('who guesses links', () => {
  const guesses: readonly (readonly [what: string, path: () => string])[] = [
    ['wrong keys', () => landingPath(samples['wrong-key'])],
    ['unknown documents', () => guessedPath(samples.pdf.serviceId, randomUUID())],
    ['unknown services', () => guessedPath(randomUUID(), randomUUID())],
    ['malformed links', () => '/d/no/link?key=none'],
  ];

  it.each(guesses)('is stopped, for good links too: %s', async (_, path) => {
    const [statuses, { status, headers }] = await asVisitor(async (address) => {
      const visitor = visitFrom(address);
      const guesses = await statusesOf(GUESSES + 1, () => ask(app.url + path(), visitor));
      return [guesses, await ask(app.url + landingPath(samples.pdf), visitor)] as const;
    });
    expect(statuses).toEqual([...times(GUESSES, 404), 429]);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(60);
  });

  it('is not who opens good links, or one that has expired', async () => {
    const address = newVisitor();
    for (const name of ['pdf', 'expired', 'deleted', 'asks-for-email'] as const) {
      await landing(address, name);
    }
    expect(readRemaining((await landing(address)).headers)['unknown-links']).toBe(GUESSES);
  });

  it('costs the API nothing any more', async () => {
    const checks = await asVisitor(async (address) => {
      const visitor = visitFrom(address);
      const guess = () => ask(app.url + landingPath(samples['wrong-key']), visitor);
      await statusesOf(GUESSES, guess);
      sandbox.clearCalls();
      await statusesOf(GUESSES, guess);
      return sandbox.counts.check;
    });
    expect(checks).toBe(0);
  });
});

describe('who tries e-mail addresses', () => {
  const sample = samples['asks-for-email'];
  const other = samples['asks-for-email-no-contact'];
  const attempt = (address: string, path: string) =>
    ask(app.url + path, {
      method: 'POST',
      body: new URLSearchParams({ email_address: 'attacker@example.com' }),
      headers: { ...visitFrom(address).headers, 'Sec-Fetch-Site': 'same-origin' },
    });

  it('is stopped for that document, and for no other', async () => {
    const [address, statuses, refused] = await asVisitor(async (visitor) => [
      visitor,
      await statusesOf(ATTEMPTS, () => attempt(visitor, formPath(sample))),
      await attempt(visitor, formPath(sample)),
    ]);
    expect(statuses).toEqual(times(ATTEMPTS, 400));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(90);
    expect(await refused.text()).toContain('Go back to confirm your email address');
    expect((await attempt(address, formPath(other))).status).toBe(400);
    expect((await attempt(newVisitor(), formPath(sample))).status).toBe(400);
    expect((await landing(address, 'asks-for-email')).status).toBe(200);
  });

  it('does not escape by spelling the link in another way', async () => {
    const spellings = spellingsOf(formPath(sample));
    expect(spellings.length).toBeGreaterThan(ATTEMPTS + 2);
    const [attempts, { status }] = await asVisitor(async (address) => {
      sandbox.clearCalls();
      for (const path of spellings) await attempt(address, path);
      return [sandbox.counts.authenticate, await attempt(address, formPath(sample))] as const;
    });
    expect(attempts).toBeLessThanOrEqual(ATTEMPTS);
    expect(status).toBe(429);
  });
});

describe('monitors', () => {
  it.each(['192.0.2.77', '2001:db8:feed:1::1'])('are not limited: %s', async (address) => {
    const statuses = await statusesOf(PAGES + 2, () => landing(address));
    expect(statuses).toEqual(times(PAGES + 2, 200));
    expect((await landing(address)).headers.has('ratelimit')).toBe(false);
  });
});

function guessedPath(serviceId: string, documentId: string): string {
  return `/d/${encodeUuid(serviceId)}/${encodeUuid(documentId)}?key=${samples.pdf.key}`;
}

function stylesheetPath(): string {
  const file = readdirSync('public/assets').find((name) => name.endsWith('.css'));
  return `/assets/${file ?? 'none'}`;
}

/** Addresses that lead to the same form, or to nothing. */
function spellingsOf(path: string): string[] {
  const [, service = '', document = '', key = ''] =
    /^\/d\/([^/]+)\/([^/]+)\/confirm-email-address\?key=(.*)$/.exec(path) ?? [];
  const form = 'confirm-email-address';
  return [
    `/d/${service}==/${document}/${form}?key=${key}`,
    `/d/${service}/${document}==/${form}?key=${key}`,
    `//d//${service}/${document}/${form}/?key=${key}`,
    `/d/${service}/${document}%20/${form}?key=${key}`,
    `/d/${encodeURIComponent(percent(service))}/${document}/${form}?key=${key}`,
    `/d/${percent(service)}/${percent(document)}/${form}?key=${key}`,
    `/assets/%2e%2e/d/${service}/${document}/${form}?key=${key}`,
    `/d/${service}/${document}/${form}?x=1&key=${key}&key=other`,
    `/d/${service}/${document}/${percent(form)}?key=${key}`,
    `/D/${service}/${document}/${form}?key=${key}`,
  ];
}

function percent(text: string): string {
  return [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('');
}
