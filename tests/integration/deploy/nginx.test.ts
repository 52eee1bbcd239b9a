import { connect as connectHttp2, constants } from 'node:http2';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectTls } from 'node:tls';
import { Agent, fetch as fetchWith } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { makeCertificates, type Certificates } from '#tests/support/certificates.ts';
import { eventually } from '#tests/support/eventually.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { startNginx, type Nginx } from '#tests/support/start-nginx.ts';
import { startWorld, type World } from '#tests/support/start-world.ts';

let certificates: Certificates;
let world: World;
let nginx: Nginx;
let browser: Agent;

beforeAll(async () => {
  certificates = await makeCertificates();
  world = await startWorld({ environment: { TRUSTED_PROXY_COUNT: '1', METRICS_TOKEN: 'token' } });
  nginx = await startNginx({ certificates, ports: [world.app.port] });
  browser = new Agent({ connect: { ca: readFileSync(certificates.ca) } });
});

afterAll(async () => {
  await browser.close();
  await nginx.stop();
  await world.stop();
  await certificates.remove();
});

function open(path: string, headers: Record<string, string> = {}, url = nginx.httpsUrl) {
  return fetchWith(url + path, { dispatcher: browser, redirect: 'manual', headers });
}

describe('nginx in front of the program', () => {
  it('hands pages over as they are', async () => {
    const page = await open(samples.pdf.path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('You have a file to download');
    expect(page.headers.get('Server')).toBe('nginx');
  });

  it('leads from HTTP to HTTPS', async () => {
    const answer = await fetch(`${nginx.httpUrl}/cookies?lang=cy`, { redirect: 'manual' });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('Location')).toBe('https://localhost/cookies?lang=cy');
  });

  it('speaks HTTP/2', async () => {
    const session = connectHttp2(nginx.httpsUrl, { ca: readFileSync(certificates.ca) });
    const stream = session.request({ ':path': '/cookies' });
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>];
    expect(headers[constants.HTTP2_HEADER_STATUS]).toBe(200);
    session.destroy();
  });

  it.each([
    ['TLSv1.3', 'is taken'],
    ['TLSv1.2', 'is taken'],
    ['TLSv1.1', 'is refused'],
    ['TLSv1', 'is refused'],
  ] as const)('%s %s', async (version, verdict) => {
    const socket = connectTls({
      host: 'localhost',
      servername: 'localhost',
      port: Number(new URL(nginx.httpsUrl).port),
      ca: readFileSync(certificates.ca),
      minVersion: version,
      maxVersion: version,
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    const result = await once(socket, 'secureConnect').then(
      () => 'is taken',
      () => 'is refused',
    );
    socket.destroy();
    expect(result).toBe(verdict);
  });

  it('compresses static files and never pages', async () => {
    const encodings = { 'Accept-Encoding': 'gzip' };
    const page = await open('/cookies', encodings);
    expect(page.headers.get('Content-Encoding')).toBeNull();
    const asset = /\/assets\/[^"]+\.css/.exec(await page.text())?.[0] ?? '';
    const file = await open(asset, encodings);
    expect(file.headers.get('Content-Encoding')).toBe('gzip');
    expect(file.headers.get('Cache-Control')).toContain('immutable');
  });

  it('tells the program the address of the visitor, whatever the visitor says', async () => {
    await open('/cookies', { 'X-Forwarded-For': '203.0.113.7', 'User-Agent': 'a liar' });
    await eventually(() => world.app.output().includes('a liar'));
    const lines = world.app.output().split('\n');
    const line = lines.find((text) => text.includes('a liar')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ remote_addr: '127.0.0.1' });
  });

  it.each([
    ['rsc', '1'],
    ['next-router-prefetch', '1'],
    ['x-middleware-subrequest', 'middleware:middleware'],
    ['x-nextjs-data', '1'],
  ])('lets no visitor use %s', async (name, value) => {
    const page = await open('/cookies', { [name]: value });
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect([...page.headers.keys()].filter((key) => /^x-(?:middleware|nextjs)/.test(key))).toEqual(
      [],
    );
  });

  it('keeps the metrics to itself', async () => {
    expect((await open('/metrics', { Authorization: 'Bearer token' })).status).toBe(404);
  });

  it('refuses what is too large before it reaches the program', async () => {
    const answer = await fetchWith(`${nginx.httpsUrl}/cookies`, {
      dispatcher: browser,
      method: 'POST',
      body: 'a'.repeat(20_000),
    });
    expect(answer.status).toBe(413);
  });

  it('says nothing under a name that is not ours', async () => {
    const { port } = new URL(nginx.httpsUrl);
    const stranger = open('/cookies', {}, `https://127.0.0.1:${port}`);
    await expect(stranger).rejects.toThrow();
  });
});

describe('the log of nginx', () => {
  it('has no key, even when no instance can be reached', async () => {
    const lonely = await startNginx({ certificates, ports: [await findFreePort()] });
    const { path, key } = samples.csv;
    const [ids = ''] = path.split('?');
    expect((await open(path, {}, lonely.httpsUrl)).status).toBe(502);
    // It is written after the answer.
    await eventually(async () => (await lonely.logs()).includes(ids));
    const logs = await lonely.logs();
    await lonely.stop();
    expect(logs).not.toContain(key);
  });

  it('is JSON, with the names by which the program logs the same request', async () => {
    const page = await open(samples.pdf.path);
    const requestId = page.headers.get('X-B3-TraceId') ?? 'none';
    const line = async () =>
      (await nginx.logs()).split('\n').find((text) => text.includes(requestId));
    await eventually(async () => (await line()) !== undefined);
    expect(JSON.parse((await line()) ?? '')).toMatchObject({
      status: 200,
      method: 'GET',
      requestId,
    });
  });
});
