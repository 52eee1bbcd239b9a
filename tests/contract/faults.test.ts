import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '#sandbox/faults/fault.ts';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { eventually } from '#tests/support/eventually.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';
import { sendRequest } from './send-request.ts';

const { serviceId, documentId, key } = samples.pdf;
const CHECK = `/services/${serviceId}/documents/${documentId}/check?key=${key}`;

/** So long nothing comes from an API that stalls: that is what tells it from one that answers. */
const SILENCE_MS = 150;

let random = 0;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ random: () => random });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** Asks about a document; one who has had enough goes away by `signal`. */
function check(signal: AbortSignal | null = null): Promise<Response> {
  return fetch(`${sandbox.url}${CHECK}`, { signal });
}

describe('an API goes wrong as it is told', () => {
  it.each([
    [{ status: 503, retryAfter: 7 }, 503, 'text/html; charset=utf-8', /Service Unavailable/],
    [{ status: 429, retryAfter: 7, body: 'empty' }, 429, 'application/json', /^$/],
    [{ body: 'html' }, 200, 'text/html; charset=utf-8', /^<!doctype html>/],
    [{ body: 'half-json' }, 200, 'application/json', /^\{"document":.*[^}\n]$/],
    [{ body: 'wrong-types' }, 200, 'application/json', /"confirm_email":\[false\]/],
    [{ body: 'empty' }, 200, 'application/json', /^$/],
  ] as const)('%j', async (fault: Fault, status, contentType, body) => {
    sandbox.faults = { documents: fault };

    const response = await check();

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(response.headers.get('retry-after')).toBe(fault.retryAfter?.toString() ?? null);
    expect(await response.text()).toMatch(body);
  });

  it('sends 10 MB of JSON', async () => {
    sandbox.faults = { documents: { body: 'oversized' } };

    const response = await fetch(`${sandbox.url}${CHECK}`);

    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000_000);
  });

  it('waits before it answers', async () => {
    sandbox.faults = { documents: { delayMs: 60 } };
    const start = performance.now();

    const response = await check();

    expect(response.status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  it('never answers', async () => {
    sandbox.faults = { documents: { stallHeaders: true } };

    const visitor = new AbortController();
    const answer = check(visitor.signal);
    await eventually(() => sandbox.calls.length === 1);
    expect(await settlesWithin(answer, SILENCE_MS)).toBe(false);
    visitor.abort();
    await expect(answer).rejects.toThrow('aborted');
  });

  it('stops half-way through the body', async () => {
    sandbox.faults = { documents: { stallBody: true } };

    const visitor = new AbortController();
    const response = await check(visitor.signal);
    expect(response.status).toBe(200);
    const text = response.text();
    expect(await settlesWithin(text, SILENCE_MS)).toBe(false);
    visitor.abort();
    await expect(text).rejects.toThrow('aborted');
  });

  it('resets the connection', async () => {
    sandbox.faults = { documents: { reset: true } };

    const sent = sendRequest(sandbox.port, { path: CHECK });

    await expect(sent).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('leaves the other API alone', async () => {
    sandbox.faults = { notify: { status: 500 } };

    expect((await check()).status).toBe(200);
    expect((await fetch(`${sandbox.url}/service/${serviceId}`)).status).toBe(500);
  });

  it('strikes only a share of the calls', async () => {
    sandbox.faults = { documents: { status: 500, rate: 0.25 } };

    random = 0.24;
    expect((await check()).status).toBe(500);
    random = 0.25;
    expect((await check()).status).toBe(200);
  });
});
