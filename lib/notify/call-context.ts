import type { TraceParent } from '#lib/trace/trace-parent.ts';

/** On whose behalf an API is called, and until when. */
export interface CallContext {
  /** `performance.now()` in milliseconds at which the whole request must have been answered. */
  readonly deadline: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** Goes out as `X-B3-TraceId`; safe to put into a header. */
  readonly traceId: string;
  /** Our own span, which goes out as `X-B3-ParentSpanId`; safe to put into a header. */
  readonly spanId: string;
  /** The trace that goes out as `traceparent`; absent where nobody records one. */
  readonly traceParent?: Pick<TraceParent, 'traceId' | 'isSampled'> | undefined;
}
