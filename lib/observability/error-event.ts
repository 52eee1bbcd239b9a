import { hostname } from 'node:os';
import type { ErrorEvent, StackParser } from '@sentry/core';
import type { RequestContext } from '#lib/request/request-context.ts';
import { causesOf, describeError } from './error-text.ts';
import { referenceOf } from './reference.ts';

export interface ReportedProgram {
  readonly release: string;
  readonly environment: string;
  /** Whether reports may say who was affected. */
  readonly allowPersonalData: boolean;
}

/** The report of an error, as Sentry takes it; everything in it passed the same filters as the log. */
export function errorEvent(
  error: unknown,
  request: RequestContext | undefined,
  program: ReportedProgram,
  parseStack: StackParser,
): ErrorEvent {
  return {
    type: undefined,
    timestamp: Date.now() / 1000,
    platform: 'node',
    level: 'error',
    server_name: hostname(),
    release: program.release,
    environment: program.environment,
    // Sentry wants the innermost cause first.
    exception: {
      values: causesOf(error)
        .map((cause) => toException(cause, parseStack))
        .reverse(),
    },
    ...(request && requestPart(request, program)),
  };
}

function toException(error: unknown, parseStack: StackParser) {
  const { name, message, frames } = describeError(error);
  return {
    type: name,
    value: message,
    stacktrace: { frames: parseStack(frames.join('\n')) },
    mechanism: { type: 'generic', handled: true },
  };
}

function requestPart(request: RequestContext, { allowPersonalData }: ReportedProgram) {
  const { traceId, spanId, traceParent, route, clientAddress } = request;
  return {
    transaction: route.rule,
    request: { url: route.url },
    tags: { requestId: traceId, span_id: spanId, reference: referenceOf(traceId) },
    ...(traceParent && {
      contexts: { trace: { trace_id: traceParent.traceId, span_id: traceParent.spanId } },
    }),
    ...(allowPersonalData && { user: { ip_address: clientAddress } }),
  };
}
