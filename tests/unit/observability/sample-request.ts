import type { AnsweredRequest } from '#lib/request/observe-answer.ts';
import type { RequestContext } from '#lib/request/request-context.ts';
import { routeOf } from '#lib/request/route-of.ts';

export const SERVICE_ID = '69f7d985-2d90-4292-ab34-d60f2bf4089a';
export const KEY = 'kQ3vZ0mT9xLr5wYb7NcE2uPq8sHd4fJg1aVo6iXt_-M';
export const LANDING = '/d/affZhS2QQpKrNNYPK_QImg/PVH_z_yTRXCU1JJXb9EIQA';

/** A request for a landing page. */
export function sampleContext(differences: Partial<RequestContext> = {}): RequestContext {
  return {
    traceId: 'f'.repeat(32),
    spanId: 'self-1',
    parentSpanId: undefined,
    traceParent: undefined,
    clientAddress: '192.0.2.7',
    route: routeOf(`${LANDING}?key=${KEY}`),
    startedAt: 0,
    deadline: 30_000,
    ...differences,
  };
}

/** Its answer. */
export function sampleAnswer(differences: Partial<AnsweredRequest> = {}): AnsweredRequest {
  return {
    context: sampleContext(),
    method: 'GET',
    host: 'documents.service.gov.uk',
    userAgent: 'Mozilla/5.0',
    status: 200,
    durationSeconds: 0.0123,
    requestBytes: 0,
    responseBytes: 4567,
    ...differences,
  };
}
