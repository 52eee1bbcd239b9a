import { describe, expect, it } from 'vitest';
import { readTraceNames } from '#lib/request/trace-headers.ts';

describe('readTraceNames', () => {
  it.each([
    [{ 'x-b3-traceid': 'b3', 'x-amz-cf-id': 'cf', 'x-amzn-trace-id': 'elb' }, 'b3'],
    [{ 'x-amz-cf-id': 'cf', 'x-amzn-trace-id': 'elb' }, 'cf'],
    [{ 'x-b3-traceid': '', 'x-amzn-trace-id': 'Root=1-67891233-abc' }, 'Root=1-67891233-abc'],
  ])('takes the trace of %o', (headers, traceId) => {
    expect(readTraceNames(headers).traceId).toBe(traceId);
  });

  it('takes the span of the caller', () => {
    expect(readTraceNames({ 'x-b3-spanid': 'a2fb4a1d1a96d312' }).spanId).toBe('a2fb4a1d1a96d312');
  });

  it('makes names of its own when the caller gives none', () => {
    const { traceId, spanId } = readTraceNames({});
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(spanId).toMatch(/^self-[0-9a-f]{16}$/);
    expect(readTraceNames({}).traceId).not.toBe(traceId);
  });

  it.each(['x'.repeat(129), 'a\nb', 'é', ' ', 'a\u0000'])('does not repeat %j', (hostile) => {
    const { traceId, spanId } = readTraceNames({ 'x-b3-traceid': hostile, 'x-b3-spanid': hostile });
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(spanId).toMatch(/^self-/);
  });

  it('repeats 128 printable characters', () => {
    expect(readTraceNames({ 'x-b3-traceid': 'y'.repeat(128) }).traceId).toBe('y'.repeat(128));
  });
});
