import { describe, expect, it } from 'vitest';
import { formatTraceParent, joinTrace, readTraceParent } from '#lib/trace/trace-parent.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

describe('readTraceParent', () => {
  it.each([
    [`00-${TRACE}-${SPAN}-01`, true],
    [`00-${TRACE}-${SPAN}-00`, false],
    [`00-${TRACE}-${SPAN}-03`, true],
    [`cc-${TRACE}-${SPAN}-01-what-the-future-brings`, true],
  ])('reads %s', (header, isSampled) => {
    expect(readTraceParent(header)).toEqual({ traceId: TRACE, spanId: SPAN, isSampled });
  });

  it.each([
    undefined,
    '',
    'nonsense',
    `ff-${TRACE}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE}-${SPAN}-1`,
    `00-${TRACE}-${SPAN}-011`,
  ])('does not believe %j', (header) => {
    expect(readTraceParent(header)).toBeUndefined();
  });
});

describe('formatTraceParent', () => {
  it.each([true, false])('writes what is read, sampled or not: %s', (isSampled) => {
    const header = formatTraceParent({ traceId: TRACE, isSampled }, SPAN);
    expect(readTraceParent(header)).toEqual({ traceId: TRACE, spanId: SPAN, isSampled });
  });
});

describe('joinTrace', () => {
  const caller = { traceId: TRACE, spanId: SPAN, isSampled: false };

  it('follows the caller, also in whether it is recorded', () => {
    const names = { traceId: 'b3', spanId: `self-${'1'.repeat(16)}` };
    expect(joinTrace(names, caller, 1)).toEqual({
      traceId: TRACE,
      spanId: '1'.repeat(16),
      parentSpanId: SPAN,
      isSampled: false,
    });
  });

  it('has a part of its own, below the one of a caller who speaks B3', () => {
    const joined = joinTrace({ traceId: TRACE, spanId: SPAN }, undefined, 1);
    expect(joined).toMatchObject({ traceId: TRACE, parentSpanId: SPAN, isSampled: true });
    expect(joined.spanId).toMatch(/^[\da-f]{16}$/);
    expect(joined.spanId).not.toBe(SPAN);
  });

  it('gives a trace that others name in their own way always the same digits', () => {
    const names = { traceId: 'Root=1-67891233-abcdef', spanId: 'self' };
    const { traceId } = joinTrace(names, undefined, 1);
    expect(traceId).toMatch(/^[\da-f]{32}$/);
    expect(joinTrace(names, undefined, 1).traceId).toBe(traceId);
  });

  it('records the share of traces that it is asked for', () => {
    const sampled = Array.from({ length: 2000 }, (_, count) =>
      joinTrace({ traceId: `trace-${count}`, spanId: SPAN }, undefined, 0.25),
    ).filter(({ isSampled }) => isSampled);
    expect(sampled.length / 2000).toBeCloseTo(0.25, 1);
  });
});
