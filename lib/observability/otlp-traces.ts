import { SpanKind, SpanStatusCode, TraceFlags, type SpanContext } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Secret } from '#lib/secret/secret.ts';
import type { FinishedCall } from '#lib/trace/finished-call.ts';
import type { RequestTrace } from './request-trace.ts';

export interface OtlpSettings {
  /** Base address of the collector. */
  readonly endpoint: string;
  /** As in the environment: `name=value` pairs, separated by commas. */
  readonly headers: Secret | undefined;
  readonly serviceName: string;
  readonly serviceVersion: string;
  readonly environment: string;
}

/** Sends traces to a collector of OpenTelemetry, some at a time. */
export interface OtlpTraces {
  readonly send: (trace: RequestTrace) => void;
  /** Sends what is waiting. */
  readonly flush: () => Promise<void>;
}

/** Spans are put together here, from calls that have ended: the program has nothing patched. */
export function openOtlpTraces(settings: OtlpSettings): OtlpTraces {
  const exporter = new OTLPTraceExporter({
    url: `${settings.endpoint.replace(/\/$/, '')}/v1/traces`,
    headers: readHeaders(settings.headers),
  });
  const processor = new BatchSpanProcessor({ exporter });
  const resource = resourceFromAttributes({
    'service.name': settings.serviceName,
    'service.version': settings.serviceVersion,
    'deployment.environment.name': settings.environment,
  });
  return {
    send: (trace) => {
      for (const span of spansOf(trace)) processor.onEnd({ ...span, resource });
    },
    flush: () => processor.forceFlush(),
  };
}

type Span = Omit<ReadableSpan, 'resource'>;

function spansOf({ traceParent, request, calls }: RequestTrace): Span[] {
  const { traceId, parentSpanId, spanId } = traceParent;
  return [
    toSpan(request, traceId, parentSpanId, SpanKind.SERVER),
    ...calls.map((call) => toSpan(call, traceId, spanId, SpanKind.CLIENT)),
  ];
}

function toSpan(
  call: FinishedCall,
  traceId: string,
  parentSpanId: string | undefined,
  kind: SpanKind,
): Span {
  const contextOf = (spanId: string): SpanContext => ({
    traceId,
    spanId,
    traceFlags: TraceFlags.SAMPLED,
  });
  const endMs = performance.timeOrigin + call.endedAt;
  return {
    name: call.name,
    kind,
    spanContext: () => contextOf(call.spanId),
    ...(parentSpanId !== undefined && { parentSpanContext: contextOf(parentSpanId) }),
    startTime: toHrTime(endMs - call.durationMs),
    endTime: toHrTime(endMs),
    duration: toHrTime(call.durationMs),
    status: { code: call.failed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
    attributes: { ...call.attributes },
    links: [],
    events: [],
    ended: true,
    instrumentationScope: { name: 'document-download-frontend' },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

/** Seconds and nanoseconds. */
function toHrTime(ms: number): [number, number] {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}

function readHeaders(headers: Secret | undefined): Record<string, string> {
  const pairs = (headers?.reveal() ?? '').split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals).trim(), decodeURIComponent(pair.slice(equals + 1).trim())];
    }),
  );
}
