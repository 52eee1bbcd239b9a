import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiCall } from '#lib/notify/api-call.ts';
import type { ApiLimits } from '#lib/notify/api-limits.ts';
import type { BreakerState } from '#lib/notify/circuit-breaker.ts';
import { createDocumentDownloadApi } from '#lib/notify/document-download-api.ts';
import type { DocumentDownloadApi } from '#lib/notify/document-download-api.ts';
import { DOCUMENT, EMAIL_ADDRESS, LINK, contextFor } from '#tests/support/api-samples.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';
import { html, json, startStandIn } from '#tests/support/stand-in.ts';
import type { Reply, StandIn } from '#tests/support/stand-in.ts';

const FINE = json(200, { document: DOCUMENT });
const NO_BREAKER: Partial<ApiLimits> = { failuresToOpen: 100_000 };
const QUICK_BREAKER: Partial<ApiLimits> = {
  failuresToOpen: 3,
  firstOpenMs: 150,
  longestOpenMs: 600,
};
const reset: Reply = (response) => response.socket?.resetAndDestroy();
const stall: Reply = () => undefined;

let standIn: StandIn;
let client: DocumentDownloadApi;
let reported: ApiCall[];
let breakerStates: BreakerState[];

beforeEach(async () => {
  standIn = await startStandIn(FINE);
  reported = [];
  breakerStates = [];
});
afterEach(async () => {
  await client.close();
  await standIn.close();
});

function connect(limits: Partial<ApiLimits>): void {
  client = createDocumentDownloadApi(
    { baseUrl: standIn.baseUrl, limits },
    {
      onCall: (call) => reported.push(call),
      onBreakerChange: (_, state) => breakerStates.push(state),
    },
  );
}

const check = () => client.checkDocument(LINK, contextFor(5000));
const authenticate = () => client.authenticate(LINK, EMAIL_ADDRESS, contextFor(5000));

async function checkTimes(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await check().catch(() => undefined);
}

async function openBreaker(): Promise<void> {
  standIn.reply = html(500);
  await checkTimes(3);
  expect(breakerStates).toEqual(['open']);
}

describe('retries', () => {
  it('hide a fault of one connection from the caller', async () => {
    connect(NO_BREAKER);
    await checkTimes(10);
    standIn.reply = (response, call) => {
      standIn.reply = FINE;
      reset(response, call);
    };
    await expect(check()).resolves.toMatchObject({ kind: 'available' });
    expect(reported.at(-1)).toMatchObject({ outcome: 'answered', retried: true, status: 200 });
  });

  it.each([502, 503, 504])('of an API that answers %d add at most a tenth', async (status) => {
    connect(NO_BREAKER);
    standIn.reply = html(status);
    await checkTimes(200);
    expect(standIn.calls).toHaveLength(220);
    expect(reported.filter((call) => call.retried)).toHaveLength(20);
  });

  it.each([
    ['an error of its own', html(500)],
    ['that it wants to be left alone', html(503, { 'Retry-After': '5' })],
    ['nonsense', html(200)],
    ['that the link is bad', json(400, { error: 'Invalid decryption key' })],
  ])('are not made when the API answers %s', async (_, reply) => {
    connect(NO_BREAKER);
    standIn.reply = reply;
    await checkTimes(50);
    expect(standIn.calls).toHaveLength(50);
  });

  it('are never made of an e-mail address', async () => {
    connect(NO_BREAKER);
    await checkTimes(50);
    for (const reply of [reset, html(502), html(503), html(504)]) {
      standIn.reply = reply;
      await expect(authenticate()).rejects.toThrow();
    }
    expect(standIn.calls.filter(({ method }) => method === 'POST')).toHaveLength(4);
  });
});

/** Breakers go by the clock alone, and so does nothing else here. */
function letPass(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

describe('a circuit breaker', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('refuses calls at once while it is open, and says for how long', async () => {
    connect({ ...QUICK_BREAKER, firstOpenMs: 5000, longestOpenMs: 5000 });
    await openBreaker();
    for (let n = 0; n < 100; n += 1) {
      await expect(check()).rejects.toMatchObject({
        outcome: 'breaker-open',
        retryAfterSeconds: 5,
      });
    }
    expect(standIn.calls).toHaveLength(3);
    expect(Math.min(...reported.slice(3).map(({ durationMs }) => durationMs))).toBeLessThan(1);
  });

  it('closes by itself when the API is well again', async () => {
    connect(QUICK_BREAKER);
    await openBreaker();
    standIn.reply = FINE;
    letPass(150);
    await expect(check()).resolves.toMatchObject({ kind: 'available' });
    expect(breakerStates).toEqual(['open', 'half-open', 'closed']);
  });

  it('rests twice as long when the trial fails', async () => {
    connect(QUICK_BREAKER);
    await openBreaker();
    letPass(149);
    await expect(check()).rejects.toMatchObject({ outcome: 'breaker-open' });
    letPass(1);
    await expect(check()).rejects.toMatchObject({ outcome: 'status' });
    letPass(299);
    await expect(check()).rejects.toMatchObject({ outcome: 'breaker-open' });
    letPass(1);
    await expect(check()).rejects.toMatchObject({ outcome: 'status' });
    expect(breakerStates).toEqual(['open', 'half-open', 'open', 'half-open', 'open']);
  });

  it('lets nobody wait for a trial that takes long', async () => {
    connect(QUICK_BREAKER);
    await openBreaker();
    letPass(150);
    standIn.reply = stall;
    const caller = new AbortController();
    const trial = client.checkDocument(LINK, contextFor(5000, caller.signal));
    await expect(check()).rejects.toMatchObject({ outcome: 'breaker-open' });
    caller.abort();
    await expect(trial).rejects.toThrow();
  });

  it('stays open when the caller of the trial goes away', async () => {
    connect(QUICK_BREAKER);
    await openBreaker();
    letPass(150);
    const caller = new AbortController();
    standIn.reply = () => caller.abort();
    await expect(client.checkDocument(LINK, contextFor(5000, caller.signal))).rejects.toThrow();
    expect(breakerStates).toEqual(['open', 'half-open', 'open']);
  });

  it.each([
    ['bad links', html(404), check],
    ['wrong keys', json(400, { error: 'Forbidden' }), check],
    ['wrong addresses', json(403, { error: 'Authentication failure' }), authenticate],
    ['links that the API cannot take with an address', html(500), authenticate],
    ['too many attempts', json(429, {}), authenticate],
  ])('is not opened by %s', async (_, reply, call) => {
    connect(QUICK_BREAKER);
    standIn.reply = reply;
    for (let n = 0; n < 10; n += 1) await call().catch(() => undefined);
    expect(standIn.calls).toHaveLength(10);
    expect(breakerStates).toEqual([]);
  });

  it.each([
    ['timeouts', json(504, {})],
    ['resets', reset],
    ['nonsense', html(200)],
    ['lost storage', json(400, { error: "{'Code': '503'}" })],
  ])('is opened by %s', async (_, reply) => {
    connect(QUICK_BREAKER);
    standIn.reply = reply;
    await checkTimes(3);
    expect(breakerStates).toEqual(['open']);
  });
});

describe('calls', () => {
  it('go over connections that are kept alive', async () => {
    connect({});
    await checkTimes(50);
    expect(standIn.calls).toHaveLength(50);
    // undici takes a connection again one turn of the event loop after its answer, hence a second.
    expect(standIn.connectionCount()).toBeLessThanOrEqual(2);
  });

  it('are refused beyond the bound, and wait for a connection below it', async () => {
    connect({ maxCallsInFlight: 6, maxConnections: 2 });
    standIn.reply = (response, call) => void setTimeout(FINE, 50, response, call);
    const results = await Promise.allSettled(Array.from({ length: 10 }, check));
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused).toMatchObject(
      Array.from({ length: 4 }, () => ({ reason: { outcome: 'overload', retryAfterSeconds: 1 } })),
    );
    expect(standIn.mostInFlight()).toBe(2);
    expect(standIn.connectionCount()).toBe(2);
  });

  it('are reported with how they ended', async () => {
    connect(NO_BREAKER);
    await check();
    standIn.reply = html(500);
    await expect(check()).rejects.toThrow();
    standIn.reply = stall;
    await expect(client.checkDocument(LINK, contextFor(50))).rejects.toThrow();
    const signal = AbortSignal.timeout(50);
    await expect(client.checkDocument(LINK, contextFor(5000, signal))).rejects.toThrow();
    const common = { api: 'document-download-api', operation: 'check', retried: false };
    expect(reported).toMatchObject([
      { ...common, outcome: 'answered', status: 200 },
      { ...common, outcome: 'status', status: 500 },
      { ...common, outcome: 'timeout', status: undefined },
      { ...common, outcome: 'aborted', status: undefined },
    ]);
  });

  it('do not wait for connections that nobody answers', async () => {
    connect({ maxConnections: 1 });
    standIn.reply = stall;
    const held = client.checkDocument(LINK, contextFor(400)).catch(() => undefined);
    const next = client.checkDocument(LINK, contextFor(100));
    expect(await settlesWithin(next, 200)).toBe(true);
    await expect(next).rejects.toMatchObject({ outcome: 'timeout' });
    await held;
  });
});
