import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaticFiles } from '#server/requests/static-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'static-files-'));
const CONTENTS = {
  'page-ABCDEFGH.css': 'all of it',
  'page-ABCDEFGH.css.br': 'brotli',
  'page-ABCDEFGH.css.gz': 'gzip',
  'light-ABCDEFGH.woff2': 'letters',
};
const CSS = '/assets/page-ABCDEFGH.css';
const FONT = '/assets/light-ABCDEFGH.woff2';

let server: Server;

beforeAll(async () => {
  for (const [name, content] of Object.entries(CONTENTS))
    writeFileSync(join(folder, name), content);
  const files = new StaticFiles(folder, '/assets');
  server = createServer((incoming, response) => {
    if (!files.answer(incoming, response, incoming.url ?? '')) response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const { statusCode: status, headers: received } = response;
  const body = (await buffer(response)).toString();
  return { status, headers: received, body } satisfies Answer;
}

describe('a text', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br', 'brotli'],
    ['gzip;q=1.0, br;q=0', 'gzip', 'gzip'],
    ['BR', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['gzip;q=0.000', undefined, 'all of it'],
    ['deflate', undefined, 'all of it'],
    ['', undefined, 'all of it'],
  ])('goes out for %j as %s', async (accepted, encoding, body) => {
    const answer = await ask(CSS, { 'Accept-Encoding': accepted });
    expect(answer.body).toBe(body);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'content-length': String(body.length),
      vary: 'Accept-Encoding',
    });
    expect(answer.headers['content-encoding']).toBe(encoding);
  });

  it('has a tag for each of its versions', async () => {
    const tags = ['br', 'gzip', 'identity'].map(
      async (each) => (await ask(CSS, { 'Accept-Encoding': each })).headers.etag,
    );
    expect(new Set(await Promise.all(tags)).size).toBe(3);
  });
});

describe('a font', () => {
  it('goes out as it is, whoever asks', async () => {
    const answer = await ask(FONT, { 'Accept-Encoding': 'br' });
    expect(answer).toMatchObject({ status: 200, body: 'letters' });
    expect(answer.headers['content-type']).toBe('font/woff2');
    expect(answer.headers.vary).toBeUndefined();
  });

  it.each([
    ['the tag that it has', (tag: string) => tag],
    ['one of several', (tag: string) => `"other", W/${tag}`],
    ['any', () => '*'],
  ])('is not sent again to a browser that has it, by %s', async (_, ifNoneMatch) => {
    const { etag = '' } = (await ask(FONT)).headers;
    const answer = await ask(FONT, { 'If-None-Match': ifNoneMatch(etag) });
    expect(answer).toMatchObject({ status: 304, body: '' });
    expect(answer.headers.etag).toBe(etag);
  });

  it('is sent to a browser that has another', async () => {
    expect((await ask(FONT, { 'If-None-Match': '"other"' })).status).toBe(200);
  });
});

it('HEAD tells what GET would send', async () => {
  const answer = await ask(FONT, {}, 'HEAD');
  expect(answer).toMatchObject({ status: 200, body: '' });
  expect(answer.headers['content-length']).toBe('7');
});

it.each(['POST', 'PUT', 'DELETE'])('%s is not allowed', async (method) => {
  const answer = await ask(FONT, {}, method);
  expect(answer.status).toBe(405);
  expect(answer.headers.allow).toBe('GET, HEAD');
});

it.each([
  '/assets/none.css',
  '/assets/',
  `${CSS}.br`,
  `${CSS}?v=1`,
  '/assets/../page-ABCDEFGH.css',
])('there is no file %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

it('a file of a type that nobody knows keeps the program from its start', () => {
  writeFileSync(join(folder, 'page.exe'), '');
  expect(() => new StaticFiles(folder, '/assets')).toThrow('page.exe');
  rmSync(join(folder, 'page.exe'));
});
