import type { NextFunction } from 'express';
import { cacheControl, securityHeaders } from '#lib/security/security-headers.ts';
import type { Answer, Visit } from './visit.ts';

/** Puts the headers on an answer that each of ours carries. */
export function setHeaders(request: Visit, response: Answer, next: NextFunction): void {
  const { traceId, spanId } = response.locals.trace;
  response.set(securityHeaders);
  response.set('Cache-Control', cacheControl(request.path, 200));
  response.set({ 'X-B3-TraceId': traceId, 'X-B3-SpanId': spanId });
  next();
}
