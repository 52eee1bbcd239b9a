import { describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask, postForm } from '#tests/support/ask.ts';
import { createFreshSamples } from '#tests/support/fresh-samples.ts';
import { formPath, landingPath } from '#tests/support/sample-paths.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import { useWorld } from '#tests/support/use-world.ts';

const fresh = createFreshSamples();
const world = useWorld({ sandbox: fresh });

const path = landingPath(samples.pdf);
const NEW_TRACE = /^[0-9a-f]{32}$/;
const NEW_SPAN = /^self-[0-9a-f]{16}$/;

describe('the trace of an answer', () => {
  it.each<[what: string, headers: Record<string, string>, trace: string | RegExp]>([
    ['new', {}, NEW_TRACE],
    ['X-B3-TraceId', { 'X-B3-TraceId': 'trace-1', 'X-Amz-Cf-Id': 'cf' }, 'trace-1'],
    ['X-Amz-Cf-Id', { 'X-Amz-Cf-Id': 'cf==', 'X-Amzn-Trace-Id': 'Root=1' }, 'cf=='],
    ['X-Amzn-Trace-Id', { 'X-Amzn-Trace-Id': 'Root=1-67891233-abc' }, 'Root=1-67891233-abc'],
    ['the next where one is empty', { 'X-B3-TraceId': '', 'X-Amz-Cf-Id': 'cf' }, 'cf'],
    ['new where it is too long', { 'X-B3-TraceId': 'x'.repeat(129) }, NEW_TRACE],
    ['as long as it may be', { 'X-B3-TraceId': 'x'.repeat(128) }, 'x'.repeat(128)],
  ])('is %s', async (_, headers, trace) => {
    const answer = await ask(world.app.url + path, { headers });
    expect(answer.headers.get('x-b3-traceid')).toEqual(matching(trace));
    expect(answer.headers.get('x-b3-spanid')).toMatch(NEW_SPAN);
  });

  it.each(['h\u00E9', '\u00A0', 'tab\tbed'])('is new where it is not printable', async (odd) => {
    const request = rawRequest('GET', '/_status', [`X-B3-TraceId: ${odd}`, `X-B3-SpanId: ${odd}`]);
    const { status, headers } = await sendRaw(world.app.url, request);
    expect(status).toBe(200);
    expect(headers.get('x-b3-traceid')).toMatch(NEW_TRACE);
    expect(headers.get('x-b3-spanid')).toMatch(NEW_SPAN);
  });

  it.each([
    ['a redirect', '/security.txt'],
    ['a page that is not found', '/nothing'],
    ['a static file that is missing', '/assets/missing.css'],
    ['a framework’s path', '/_next/static/missing.js'],
    ['a malformed path', '/%E0%A4%A'],
    ['a failing API', landingPath(samples['broken-service'])],
    ['a gone document', landingPath(samples.deleted)],
  ])('is on %s too', async (_, target) => {
    const names = ['X-B3-TraceId: trace-2', 'X-B3-SpanId: span-2'];
    const { headers } = await sendRaw(world.app.url, rawRequest('GET', target, names));
    expect(headers.get('x-b3-traceid')).toBe('trace-2');
    expect(headers.get('x-b3-spanid')).toBe('span-2');
  });
});

describe('a call to an API', () => {
  const BROWSER = {
    'X-B3-TraceId': 'trace-3',
    'X-B3-SpanId': 'span-3',
    'X-B3-ParentSpanId': 'not-passed-on',
    'X-Forwarded-For': '192.0.2.1',
    'Accept-Language': 'cy',
    Cookie: 'session=secret',
    Authorization: 'Bearer of-the-browser',
    Referer: 'https://mail.example/',
    'User-Agent': 'browser',
  };
  const OF_EVERY_CALL = [
    'accept',
    'connection',
    'host',
    'x-b3-parentspanid',
    'x-b3-spanid',
    'x-b3-traceid',
  ];

  it('carries our trace and no other header of the browser', async () => {
    await ask(world.app.url + landingPath(fresh.next()), { headers: BROWSER });
    const [service, check] = ['service', 'check'].map((operation) =>
      world.sandbox.calls.find((call) => call.operation === operation),
    );
    expect(Object.keys(check?.headers ?? {}).sort()).toEqual(OF_EVERY_CALL);
    expect(Object.keys(service?.headers ?? {}).sort()).toEqual([
      'accept',
      'authorization',
      ...OF_EVERY_CALL.slice(1),
    ]);
    for (const call of [service, check]) {
      expect(call?.headers['x-b3-traceid']).toBe('trace-3');
      expect(call?.headers['x-b3-parentspanid']).toBe('span-3');
      expect(call?.headers['x-b3-spanid']).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(service?.headers['x-b3-spanid']).not.toBe(check?.headers['x-b3-spanid']);
  });

  it('that authenticates says besides what its body is', async () => {
    const sample = samples['asks-for-email'];
    await postForm(
      world.app.url + formPath(sample),
      { email_address: sample.emailAddress ?? '' },
      { ...BROWSER, 'Sec-Fetch-Site': 'same-origin' },
    );
    const call = world.sandbox.calls.find(({ operation }) => operation === 'authenticate');
    expect(Object.keys(call?.headers ?? {}).sort()).toEqual(
      [...OF_EVERY_CALL, 'content-length', 'content-type'].sort(),
    );
    expect(call?.headers['x-b3-traceid']).toBe('trace-3');
  });

  it('carries the trace that the answer tells, where it is new', async () => {
    const answer = await ask(world.app.url + landingPath(fresh.next()));
    const traces = world.sandbox.calls.map(({ headers }) => headers['x-b3-traceid']);
    expect(new Set(traces)).toEqual(new Set([answer.headers.get('x-b3-traceid')]));
  });
});

function matching(expected: string | RegExp): unknown {
  return typeof expected === 'string' ? expected : expect.stringMatching(expected);
}
