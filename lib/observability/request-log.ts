import type { Logger } from 'pino';
import type { AnsweredRequest } from '#lib/request/observe-answer.ts';
import { isQuiet } from './quiet-paths.ts';
import { referenceOf } from './reference.ts';
import { traceFields } from './trace-fields.ts';

export interface RequestLogSettings {
  readonly NOTIFY_ENVIRONMENT: string;
  readonly HTTP_PROTOCOL: 'http' | 'https';
}

/** A header is 16 kB at most, which is more than a line needs to tell one browser from another. */
const MAX_USER_AGENT = 256;
const MAX_HOST = 255;

/** Writes the line of a request (contracts, section 8); nothing is built for one that is not written. */
export function createRequestLog(log: Logger, settings: RequestLogSettings) {
  const { NOTIFY_ENVIRONMENT, HTTP_PROTOCOL } = settings;
  return (request: AnsweredRequest): void => {
    const { context, method, status } = request;
    const level = levelOf(context.route.path, status);
    if (!log.isLevelEnabled(level)) return;
    const host = request.host.slice(0, MAX_HOST);
    const url = `${HTTP_PROTOCOL}://${host}${context.route.url}`;
    const fields = {
      ...traceFields(context),
      method,
      url,
      path: context.route.path,
      status,
      request_time: request.durationSeconds,
      response_size: request.responseBytes,
      request_size: request.requestBytes,
      endpoint: context.route.endpoint,
      remote_addr: context.clientAddress,
      user_agent: request.userAgent.slice(0, MAX_USER_AGENT),
      host: host.replace(/:\d*$/, ''),
      environment: NOTIFY_ENVIRONMENT,
      parent_span_id: context.parentSpanId ?? null,
      ...(context.outcome && { outcome: context.outcome }),
      ...(context.failure && { failure: context.failure }),
      ...(status >= 500 && { reference: referenceOf(context.traceId) }),
    };
    log[level](fields, `${method} ${url} ${status} took ${request.durationSeconds}s`);
  };
}

function levelOf(path: string, status: number): 'debug' | 'info' | 'warn' {
  if (status >= 500) return 'warn';
  return isQuiet(path) ? 'debug' : 'info';
}
