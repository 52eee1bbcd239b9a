import { createHash } from 'node:crypto';
import { randomHex } from './random-hex.ts';

/** Names of one request in traces as the W3C spells them; beside B3's, which the logs have. */
export interface TraceParent {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** Our own part, 16 hexadecimal digits. */
  readonly spanId: string;
  /** The caller's part. */
  readonly parentSpanId: string | undefined;
  /** Whether this trace is recorded, here and by the systems that are called. */
  readonly isSampled: boolean;
}

/** What a caller says in `traceparent`. */
export type CallersTrace = Omit<TraceParent, 'parentSpanId'>;

/** All versions begin as the first does. */
const HEADER =
  /^(?!ff)[\da-f]{2}-(?<traceId>(?!0{32})[\da-f]{32})-(?<spanId>(?!0{16})[\da-f]{16})-(?<flags>[\da-f]{2})(?:$|-)/;
const HEX_TRACE_ID = /^[\da-f]{32}$/i;
const HEX_SPAN_ID = /^[\da-f]{16}$/i;
const OWN_SPAN_ID = /^self-(?<hex>[\da-f]{16})$/;
const SAMPLED = 1;

/**
 * Reads a `traceparent` header; undefined where there is none or it is nonsense.
 * @see https://www.w3.org/TR/trace-context/#traceparent-header
 */
export function readTraceParent(header: string | string[] | undefined): CallersTrace | undefined {
  const parts = typeof header === 'string' ? HEADER.exec(header)?.groups : undefined;
  const { traceId, spanId, flags } = parts ?? {};
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) !== 0 };
}

/** Writes the header for a call that is named `spanId`, of 16 hexadecimal digits. */
export function formatTraceParent(
  { traceId, isSampled }: Pick<TraceParent, 'traceId' | 'isSampled'>,
  spanId: string,
): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

/**
 * Joins the caller's trace, or begins one.
 *
 * @param names the request's names in the logs
 * @param sampleRate share of the traces begun here that are recorded, 0 to 1
 */
export function joinTrace(
  names: { readonly traceId: string; readonly spanId: string },
  caller: CallersTrace | undefined,
  sampleRate: number,
): TraceParent {
  const traceId = caller?.traceId ?? toHexTraceId(names.traceId);
  return {
    traceId,
    spanId: OWN_SPAN_ID.exec(names.spanId)?.groups?.['hex'] ?? randomHex(8),
    parentSpanId: caller?.spanId ?? (HEX_SPAN_ID.test(names.spanId) ? names.spanId : undefined),
    isSampled: caller?.isSampled ?? isChosen(traceId, sampleRate),
  };
}

/** Other systems name traces in their own ways; one name always becomes the same digits. */
function toHexTraceId(traceId: string): string {
  if (HEX_TRACE_ID.test(traceId)) return traceId.toLowerCase();
  return createHash('sha256').update(traceId).digest('hex').slice(0, 32);
}

/** By the id alone, so that all processes choose the same traces. */
function isChosen(traceId: string, sampleRate: number): boolean {
  return Number.parseInt(traceId.slice(-8), 16) < sampleRate * 2 ** 32;
}
