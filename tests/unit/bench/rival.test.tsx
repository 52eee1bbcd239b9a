import { once } from 'node:events';
import type { Server } from 'node:http';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { LandingPage } from '#app/d/[service]/[document]/landing-page.tsx';
import { createApis } from '#bench/rivals/express/apis.ts';
import { createRival } from '#bench/rivals/express/create-rival.ts';
import { createMemoryLimiters } from '#bench/rivals/express/limiters.ts';
import { readConfig } from '#lib/config/read-config.ts';
import { parseContact } from '#lib/documents/contact.ts';
import { readableServiceName } from '#lib/documents/service.ts';
import { languages } from '#lib/language/languages.ts';
import { renderHtml } from '#lib/page/render-page.tsx';
import { readVisit } from '#lib/page/visit.ts';
import { securityHeaders } from '#lib/security/security-headers.ts';
import {
  sampleDocuments,
  sampleLinks,
  samples,
  sampleServices,
  type SampleLink,
} from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { sampleDocument, sampleService } from '#tests/component/page/sample-pages.tsx';
import { eventually } from '#tests/support/eventually.ts';
import { findAll, readHtml, type HtmlElement } from '#tests/support/read-html.ts';

const Address = z.object({ port: z.number() });

let sandbox: Sandbox;
let server: Server;
let url: string;
const lines: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  const settings = readConfig({
    NOTIFY_ENVIRONMENT: 'test',
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    TRUSTED_PROXY_COUNT: '1',
    RATE_LIMIT_UNKNOWN_LINKS: '2/600',
  });
  const log = pino(
    new Writable({
      write(line, _, done) {
        lines.push(String(line));
        done();
      },
    }),
  );
  const limiters = createMemoryLimiters(settings);
  const app = createRival({ settings, apis: createApis(settings), limiters, log });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${Address.parse(server.address()).port}`;
});

afterAll(async () => {
  server.close();
  await sandbox.close();
});

/** Asks as one visitor, who has a number. */
function ask(path: string, visitor: number): Promise<Response> {
  return fetch(url + path, {
    redirect: 'manual',
    headers: { 'X-Forwarded-For': `192.0.2.${visitor}` },
  });
}

/** Our landing page of a sample, as the program renders it. */
function ourLanding({ serviceId, documentId }: SampleLink, address: string): string {
  const sender = sampleServices.find(({ id }) => id === serviceId);
  const stored = sampleDocuments.find((each) => each.documentId === documentId);
  const service = sampleService({
    name: readableServiceName(sender?.name ?? ''),
    contact: parseContact(sender?.contactLink ?? null),
  });
  const confirmEmail = stored?.emailAddress !== undefined;
  const document = sampleDocument({ fileExtension: stored?.extension ?? '', confirmEmail });
  const next = confirmEmail ? 'confirm-email-address' : 'download';
  const continueUrl = address.slice(url.length).replace('?', `/${next}?`);
  const { view } = readVisit(new Request(address));
  return renderHtml(<LandingPage {...{ view, service, document, continueUrl }} />);
}

/** What a reader gets of a page: its words, and where its links lead. */
function content(html: string) {
  const page = readHtml(html);
  const words = (element: HtmlElement) => element.text.replaceAll(/\s+/g, ' ').trim();
  const linkFacts = (link: HtmlElement) => [words(link), link.attributes['href']];
  return {
    language: /<html lang="(\w+)"/.exec(html)?.[1],
    title: findAll(page, 'title', 'head').map(words),
    main: ['h1', 'p', 'a'].flatMap((tag) => findAll(page, tag, 'main').map(words)),
    choice: findAll(page, 'li', 'nav').map(words),
    links: ['header', 'nav', 'main'].flatMap((part) => findAll(page, 'a', part).map(linkFacts)),
    support: findAll(page, 'ul', 'footer').map(words),
    files: findAll(page, 'link')
      .flatMap(({ attributes }) => attributes['href'] ?? [])
      .toSorted(),
  };
}

describe('the landing page of Express with Nunjucks', () => {
  const shown = sampleLinks.filter(({ status }) => status === 200);

  it.each(languages)('says what ours says, in %s', async (language) => {
    for (const sample of shown) {
      const address = `${url}${sample.path}&lang=${language}`;
      const theirs = await (await ask(address.slice(url.length), 1)).text();
      expect(content(theirs), sample.name).toEqual(content(ourLanding(sample, address)));
    }
  });

  it('carries the headers of ours, and none that tells what has made it', async () => {
    const { headers } = await ask(samples.pdf.path, 1);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers.get(name)).toBe(value);
    }
    expect(headers.get('Cache-Control')).toContain('no-store');
    expect(headers.get('X-B3-TraceId')).toMatch(/^[\da-f]{32}$/);
    expect(headers.get('RateLimit')).toMatch(/^"document-pages";r=\d+;t=\d+, "unknown-links";r=2/);
    expect([headers.get('ETag'), headers.get('X-Powered-By')]).toEqual([null, null]);
  });

  it('is logged and counted, without its key', async () => {
    const before = lines.length;
    await ask(samples.pdf.path, 1);
    await eventually(() => lines.length > before);
    expect(JSON.parse(lines[before] ?? '')).toMatchObject({
      status: 200,
      remote_addr: '192.0.2.1',
    });
    expect(lines.join('')).not.toContain(samples.pdf.key);
    const metrics = await (await ask('/metrics', 1)).text();
    expect(metrics).toMatch(/http_server_request_duration_seconds_count\{.*code="200"\} \d/);
  });

  it.each([
    ['expired', 410, 2],
    ['unknown-document', 404, 3],
    ['unknown-service', 404, 4],
    ['broken-document', 503, 5],
  ] as const)('is none where the link is %s', async (name, status, visitor) => {
    expect((await ask(samples[name].path, visitor)).status).toBe(status);
  });

  it('is refused to a visitor who has asked for too many that are not there', async () => {
    for (let link = 0; link < 2; link += 1) await ask(samples['unknown-document'].path, 9);
    await eventually(async () => (await ask(samples.pdf.path, 9)).status === 429);
    const { headers } = await ask(samples.pdf.path, 9);
    expect(headers.get('Retry-After')).toMatch(/^\d+$/);
  });
});
