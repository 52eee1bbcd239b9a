import { describe, expect, it } from 'vitest';
import { readTraceNames } from '#lib/request/trace-headers.ts';

describe('readTraceNames', () => {
  it.each([
    [{ 'x-b3-traceid': 'b3', 'x-amz-cf-id': 'cf', 'x-amzn-trace-id': 'elb' }, 'b3'],
    [{ 'x-amz-cf-id': 'cf', 'x-amzn-trace-id': 'elb' }, 'cf'],
    [{ 'x-b3-traceid': '', 'x-amzn-trace-id': 'Root=1-67891233-abc' }, 'Root=1-67891233-abc'],
  ])('takes the trace of %o', (headers, traceId) => {
    expect(readTraceNames(headers, null).traceId).toBe(traceId);
  });

  it('takes the span of the caller', () => {
    expect(readTraceNames({ 'x-b3-spanid': 'a2fb4a1d1a96d312' }, null).spanId).toBe(
      'a2fb4a1d1a96d312',
    );
  });

  it('makes names of its own when the caller gives none', () => {
    const { traceId, spanId } = readTraceNames({}, null);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(spanId).toMatch(/^self-[0-9a-f]{16}$/);
    expect(readTraceNames({}, null).traceId).not.toBe(traceId);
  });

  it.each(['x'.repeat(129), 'a\nb', 'é', ' ', 'a\u0000'])('does not repeat %j', (hostile) => {
    const { traceId, spanId } = readTraceNames(
      { 'x-b3-traceid': hostile, 'x-b3-spanid': hostile },
      null,
    );
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(spanId).toMatch(/^self-/);
  });

  it('repeats 128 printable characters', () => {
    expect(readTraceNames({ 'x-b3-traceid': 'y'.repeat(128) }, null).traceId).toBe('y'.repeat(128));
  });

  it('takes the trace of a caller who speaks as the W3C does, unless B3 names another', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(readTraceNames({ traceparent }, null)).toMatchObject({
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      traceParent: { parentSpanId: '00f067aa0ba902b7', isSampled: true },
    });
    expect(readTraceNames({ traceparent, 'x-b3-traceid': 'b3' }, null)).toMatchObject({
      traceId: 'b3',
      traceParent: { traceId: '4bf92f3577b34da6a3ce929d0e0e4736' },
    });
  });

  it('begins a trace of the W3C’s only where somebody records it', () => {
    expect(readTraceNames({}, null).traceParent).toBeUndefined();
    const { traceId, spanId, traceParent } = readTraceNames({}, 1);
    expect(traceParent).toEqual({
      traceId,
      spanId: spanId.replace('self-', ''),
      parentSpanId: undefined,
      isSampled: true,
    });
  });
});
