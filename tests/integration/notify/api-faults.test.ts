import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ApiTimeoutError, ApiUnavailableError } from '#lib/notify/api-errors.ts';
import { createDocumentDownloadApi } from '#lib/notify/document-download-api.ts';
import { DOCUMENT, EMAIL_ADDRESS, LINK, contextFor } from '#tests/support/api-samples.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';
import { html, json, startStandIn } from '#tests/support/stand-in.ts';
import type { Reply, StandIn } from '#tests/support/stand-in.ts';

const LIMITS = { headersTimeoutMs: 500, bodyTimeoutMs: 500, failuresToOpen: 1000 };
const CANARIES = /canary|\/services\/|example\.gov\.uk/;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const BODY = JSON.stringify({ document: DOCUMENT });

const reset: Reply = (response) => response.socket?.resetAndDestroy();
const stallHeaders: Reply = () => undefined;
const stallBody: Reply = (response) => {
  response.writeHead(200, { ...JSON_TYPE, 'Content-Length': BODY.length });
  response.write(BODY.slice(0, 50));
};
const cutBody: Reply = (response) => {
  response.writeHead(200, { ...JSON_TYPE, 'Content-Length': BODY.length });
  response.write(BODY.slice(0, 50), () => response.socket?.end());
};
const garbage: Reply = (response) => response.socket?.end(`\u0016\u0003 canary ${BODY}\r\n\r\n`);
const send =
  (body: string, headers: Record<string, string> = JSON_TYPE): Reply =>
  (response) =>
    response.writeHead(200, headers).end(body);
const withDocument = (part: object): Reply => json(200, { document: { ...DOCUMENT, ...part } });

const UNAVAILABLE: readonly (readonly [fault: string, reply: Reply, reason: string])[] = [
  ['resets the connection', reset, 'connection'],
  ['ends in the middle of its body', cutBody, 'connection'],
  ['does not speak HTTP', garbage, 'malformed'],
  ['answers a page', html(200), 'malformed'],
  [
    'answers JSON that calls itself a page',
    send(BODY, { 'Content-Type': 'text/html' }),
    'malformed',
  ],
  ['answers JSON without a type', send(BODY, {}), 'malformed'],
  ['answers half a JSON', send(BODY.slice(0, 120)), 'malformed'],
  ['answers nothing', send(''), 'malformed'],
  ['answers a list', send('[]'), 'malformed'],
  ['answers null', send('null'), 'malformed'],
  ['answers 10 MB', send(`"${'canary'.repeat(1_700_000)}"`), 'too-large'],
  ['answers headers without end', send(BODY, { 'X-Long': 'x'.repeat(20_000) }), 'malformed'],
  ['answers wrong types', withDocument({ size_in_bytes: '14099' }), 'malformed'],
  [
    'answers a date that does not exist',
    withDocument({ available_until: '2026-02-30' }),
    'malformed',
  ],
  [
    'gives a script as the file',
    withDocument({ direct_file_url: 'javascript:canary' }),
    'malformed',
  ],
  ['gives a path as the file', withDocument({ direct_file_url: '/canary.pdf' }), 'malformed'],
  ['gives a broken address as the file', withDocument({ direct_file_url: 'http://' }), 'malformed'],
  ['gives no file', withDocument({ direct_file_url: undefined }), 'malformed'],
  ['gives a negative size', withDocument({ size_in_bytes: -1 }), 'malformed'],
  ['redirects', html(302, { Location: 'http://127.0.0.1:1/canary' }), 'malformed'],
  ['answers 500', html(500), 'status'],
  ['answers 502', html(502), 'status'],
  ['answers 503', html(503), 'status'],
  ['answers 401', json(401, { error: 'canary' }), 'refusal'],
  ['answers 429', json(429, { error: 'canary' }), 'refusal'],
  ['has lost its storage', json(400, { error: "{'Code': '503'}" }), 'storage'],
];

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn(stallHeaders);
});
afterAll(() => standIn.close());

const clients: { close(): Promise<void> }[] = [];
function connect(baseUrl = standIn.baseUrl) {
  const client = createDocumentDownloadApi({ baseUrl, limits: LIMITS });
  clients.push(client);
  return client;
}
afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(CANARIES);
  return error;
}

describe('an API that is down or broken', () => {
  it.each(UNAVAILABLE)('is unavailable when it %s', async (_, reply, reason) => {
    standIn.reply = reply;
    const error = await failureOf(connect().checkDocument(LINK, contextFor(5000)));
    expect(error).toBeInstanceOf(ApiUnavailableError);
    expect(error).toMatchObject({ api: 'document-download-api', outcome: reason });
  });

  it('is unavailable when it refuses connections', async () => {
    const gone = await startStandIn(stallHeaders);
    await gone.close();
    const error = await failureOf(connect(gone.baseUrl).checkDocument(LINK, contextFor(5000)));
    expect(error).toMatchObject({
      outcome: 'connection',
      cause: expect.objectContaining({ message: 'ECONNREFUSED' }) as unknown,
    });
  });

  it.each([
    ['seconds', '120', 120],
    ['a date', 'Mon, 23 Nov 2026 01:21:30 GMT', 90],
  ])('passes Retry-After in %s on', async (_, header, seconds) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T01:20:00Z') });
    onTestFinished(() => void vi.useRealTimers());
    standIn.reply = html(503, { 'Retry-After': header });
    const error = await failureOf(connect().checkDocument(LINK, contextFor(5000)));
    expect(error).toBeInstanceOf(ApiUnavailableError);
    expect(error).toMatchObject({ retryAfterSeconds: seconds });
  });

  it.each([
    ['cannot be a cookie', { signed_data: 'canary; Domain=example.gov.uk' }],
    ['breaks the line', { signed_data: 'canary\r\nSet-Cookie: a=b' }],
    ['is empty', { signed_data: '' }],
    ['is huge', { signed_data: 'x'.repeat(5000) }],
    ['is missing', { signed_data: undefined }],
    ['comes with a script for the file', { direct_file_url: 'javascript:canary' }],
  ])('is unavailable when its signed data %s', async (_, part) => {
    standIn.reply = json(200, { ...DOCUMENT, signed_data: 'x', ...part });
    const error = await failureOf(connect().authenticate(LINK, EMAIL_ADDRESS, contextFor(5000)));
    expect(error).toMatchObject({ name: 'ApiUnavailableError', outcome: 'malformed' });
  });
});

describe('an API that is slow', () => {
  it.each([
    ['never answers', stallHeaders],
    ['stops in the middle of its body', stallBody],
    ['answers 504', json(504, { result: 'error' })],
  ])('has timed out when it %s', async (_, reply) => {
    standIn.reply = reply;
    const error = await failureOf(connect().checkDocument(LINK, contextFor(5000)));
    expect(error).toBeInstanceOf(ApiTimeoutError);
  });

  it.each([
    ['never answers', stallHeaders],
    ['stops in the middle of its body', stallBody],
  ])('is given up at the deadline when it %s', async (_, reply) => {
    standIn.reply = reply;
    const startedAt = performance.now();
    const call = connect().checkDocument(LINK, contextFor(150));
    const isInTime = settlesWithin(call, 250);
    expect(await failureOf(call)).toBeInstanceOf(ApiTimeoutError);
    expect(performance.now() - startedAt).toBeGreaterThan(140);
    expect(await isInTime).toBe(true);
  });

  it('is not called when the deadline has passed', async () => {
    const callsBefore = standIn.calls.length;
    const error = await failureOf(connect().checkDocument(LINK, contextFor(0)));
    expect(error).toBeInstanceOf(ApiTimeoutError);
    expect(standIn.calls).toHaveLength(callsBefore);
  });

  it('is let go when the caller goes away', async () => {
    standIn.reply = stallHeaders;
    const caller = new AbortController();
    const call = connect().checkDocument(LINK, contextFor(5000, caller.signal));
    setTimeout(() => caller.abort(), 50);
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});
