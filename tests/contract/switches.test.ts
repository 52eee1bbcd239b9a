import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';

const { serviceId, documentId, key } = samples.pdf;
const DOCUMENT = `/services/${serviceId}/documents/${documentId}`;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

function call(method: string, path: string, body: string | null = null): Promise<Response> {
  return fetch(`${sandbox.url}${path}`, { method, body });
}

describe('the faults are switched over HTTP', () => {
  it('switches them on, shows them and switches them off', async () => {
    const faults = { notify: { delayMs: 5, rate: 0.5 }, documents: { status: 503 } };

    const on = await call('PUT', '/_sandbox/faults', JSON.stringify(faults));
    expect(on.status).toBe(200);
    expect(sandbox.faults).toEqual(faults);
    expect(await (await call('GET', '/_sandbox/faults')).json()).toEqual(faults);

    const off = await call('DELETE', '/_sandbox/faults');
    expect(off.status).toBe(204);
    expect(sandbox.faults).toEqual({});
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'not a JSON object'],
    ['{"redis":{}}', 'no such API: redis'],
    ['{"notify":5}', 'notify is not an object'],
    ['{"notify":{"speed":1}}', 'no such fault: notify.speed'],
    ['{"notify":{"status":42}}', 'wrong value: notify.status'],
    ['{"notify":{"delayMs":"5"}}', 'wrong value: notify.delayMs'],
    ['{"notify":{"body":"xml"}}', 'wrong value: notify.body'],
    ['{"notify":{"rate":1.5}}', 'wrong value: notify.rate'],
    ['{"notify":{"reset":1}}', 'wrong value: notify.reset'],
  ])('refuses %s', async (json, error) => {
    const response = await call('PUT', '/_sandbox/faults', json);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error });
    expect(sandbox.faults).toEqual({});
  });

  it('has no other switches', async () => {
    expect((await call('GET', '/_sandbox/nothing')).status).toBe(404);
  });
});

describe('the calls to the APIs are counted and kept', () => {
  it('tells what was called with which headers, without the secrets', async () => {
    await fetch(`${sandbox.url}${DOCUMENT}/check?key=${key}`, {
      headers: { 'X-B3-TraceId': 'abc', Authorization: 'Bearer secret', Cookie: 'a=secret' },
    });

    const text = await (await call('GET', '/_sandbox/calls')).text();

    expect(JSON.parse(text)).toMatchObject({
      counts: { check: 1, service: 0 },
      calls: [
        {
          operation: 'check',
          method: 'GET',
          path: `${DOCUMENT}/check`,
          headers: { 'x-b3-traceid': 'abc', authorization: '[redacted]', cookie: '[redacted]' },
        },
      ],
    });
    expect(text).not.toContain('secret');
    expect(text).not.toContain(key);
  });

  it('counts each kind of call', async () => {
    await call('GET', `/service/${serviceId}`);
    await call('POST', `${DOCUMENT}/authenticate`);
    await call('GET', `${DOCUMENT}.pdf?key=${key}`);
    await call('GET', '/services/_status');
    await call('GET', '/nope');

    expect(sandbox.counts).toEqual({
      service: 1,
      check: 0,
      authenticate: 1,
      download: 1,
      'documents-status': 1,
      unknown: 1,
    });
  });

  it('keeps the latest 2,000 calls in order and counts all', async () => {
    for (let number = 0; number < 2_005; number += 1) await call('GET', `/number-${number}`);

    expect(sandbox.counts.unknown).toBe(2_005);
    expect(sandbox.calls).toHaveLength(2_000);
    expect(sandbox.calls.at(0)?.path).toBe('/number-5');
    expect(sandbox.calls.at(-1)?.path).toBe('/number-2004');
  });

  it.each([
    ['DELETE', '/_sandbox/calls'],
    ['POST', '/_sandbox/reset'],
  ])('forgets them on %s %s', async (method, path) => {
    await call('GET', '/services/_status');

    expect((await call(method, path)).status).toBe(204);
    expect(sandbox.calls).toEqual([]);
    expect(sandbox.counts['documents-status']).toBe(0);
  });
});
