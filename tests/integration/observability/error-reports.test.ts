import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSentry } from '#lib/observability/sentry.ts';
import { traceOf } from '#lib/observability/request-trace.ts';
import { Secret } from '#lib/secret/secret.ts';
import { eventually } from '#tests/support/eventually.ts';
import { startStandIn, type StandIn } from '#tests/support/stand-in.ts';
import {
  KEY,
  LANDING,
  sampleAnswer,
  sampleContext,
} from '#tests/unit/observability/sample-request.ts';

const PUBLIC_KEY = 'a'.repeat(32);
const TRACE_PARENT = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  spanId: '00f067aa0ba902b7',
  parentSpanId: undefined,
  isSampled: true,
};

let collector: StandIn;

beforeEach(async () => {
  collector = await startStandIn((response) => response.end('{}'));
});
afterEach(() => collector.close());

function openTestSentry(settings: { allowPersonalData?: boolean } = {}) {
  return openSentry({
    dsn: new Secret(collector.baseUrl.replace('//', `//${PUBLIC_KEY}@`) + '/42'),
    release: 'abc123',
    environment: 'preview',
    allowPersonalData: false,
    ...settings,
  });
}

/** The lines of the only envelope that was received, which may take longer than anybody waits to send it. */
async function receivedEnvelope(): Promise<Record<string, unknown>[]> {
  await eventually(() => collector.calls.length > 0);
  expect(collector.calls).toHaveLength(1);
  const body = collector.calls[0]?.body ?? '';
  return body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a report of an error', () => {
  it('reaches Sentry as an envelope, with where and what, and no secret', async () => {
    const sentry = openTestSentry();
    const cause = new RangeError(`no such key ${KEY}`);
    const error = Object.assign(new TypeError('Cannot read it', { cause }), { key: KEY });
    sentry.reportError(error, sampleContext({ traceParent: TRACE_PARENT }));
    await sentry.flush();

    const [header, item, event] = await receivedEnvelope();
    expect(collector.calls[0]).toMatchObject({ method: 'POST' });
    expect(collector.calls[0]?.url).toMatch(/^\/api\/42\/envelope\//);
    expect(collector.calls[0]?.url).toContain(PUBLIC_KEY);
    expect(header).toMatchObject({ event_id: expect.stringMatching(/^[\da-f]{32}$/) as string });
    expect(item).toMatchObject({ type: 'event' });
    expect(event).toMatchObject({
      level: 'error',
      release: 'abc123',
      environment: 'preview',
      transaction: '/d/<base64_uuid:service_id>/<base64_uuid:document_id>',
      request: { url: `${LANDING}?key=[redacted]` },
      tags: { requestId: 'f'.repeat(32), span_id: 'self-1' },
      contexts: { trace: { trace_id: TRACE_PARENT.traceId, span_id: TRACE_PARENT.spanId } },
      exception: {
        values: [
          { type: 'RangeError', value: 'no such key [redacted]' },
          { type: 'TypeError', value: 'Cannot read it' },
        ],
      },
    });
    expect(JSON.stringify(event)).toContain('error-reports.test.ts');
    expect(JSON.stringify(event)).not.toMatch(new RegExp(`${KEY}|192\\.0\\.2\\.7`));
  });

  it('names the visitor’s address only where that is allowed', async () => {
    const sentry = openTestSentry({ allowPersonalData: true });
    sentry.reportError(new Error('x'), sampleContext());
    await sentry.flush();
    expect((await receivedEnvelope())[2]).toMatchObject({ user: { ip_address: '192.0.2.7' } });
  });

  it('needs no request, and no error', async () => {
    const sentry = openTestSentry();
    sentry.reportError('thrown text', undefined);
    await sentry.flush();
    expect((await receivedEnvelope())[2]).toMatchObject({
      exception: { values: [{ type: 'NotAnError', value: 'a thrown string' }] },
    });
  });

  it('is not sent again and again to a Sentry that has had enough', async () => {
    collector.reply = (response) => {
      response.writeHead(429, { 'Retry-After': '60' });
      response.end();
    };
    const sentry = openTestSentry();
    sentry.reportError(new Error('one'), undefined);
    await sentry.flush();
    await eventually(() => collector.calls.length > 0);
    sentry.reportError(new Error('two'), undefined);
    await sentry.flush();
    expect(collector.calls).toHaveLength(1);
  });

  it('does no harm when nobody receives it', async () => {
    const sentry = openTestSentry();
    await collector.close();
    sentry.reportError(new Error('x'), undefined);
    await expect(sentry.flush()).resolves.toBeUndefined();
    collector = await startStandIn((response) => response.end());
  });
});

describe('a trace in Sentry', () => {
  it('is a transaction with a span for each call', async () => {
    const context = sampleContext({
      traceParent: TRACE_PARENT,
      calls: [
        {
          name: 'notify-api get-service',
          spanId: '1'.repeat(16),
          endedAt: 5,
          durationMs: 4,
          failed: false,
          attributes: { 'peer.service': 'notify-api' },
        },
      ],
    });
    const trace = traceOf(sampleAnswer({ context }));
    const sentry = openTestSentry();
    if (trace) sentry.sendTrace(trace);
    await sentry.flush();
    expect((await receivedEnvelope())[2]).toMatchObject({
      type: 'transaction',
      transaction: 'GET /d/<base64_uuid:service_id>/<base64_uuid:document_id>',
      contexts: { trace: { trace_id: TRACE_PARENT.traceId, op: 'http.server', status: 'ok' } },
      spans: [{ description: 'notify-api get-service', parent_span_id: TRACE_PARENT.spanId }],
    });
  });
});
