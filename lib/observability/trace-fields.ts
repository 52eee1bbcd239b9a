import type { RequestContext } from '#lib/request/request-context.ts';

/** The fields by which pipelines join the lines of one request (contracts, section 8). */
export function traceFields({ traceId, spanId, route }: RequestContext) {
  return {
    requestId: traceId,
    span_id: spanId,
    service_id: route.serviceId ?? NOT_IN_A_REQUEST.service_id,
  };
}

/** What the fields hold in lines that belong to no request, as in Notify's other programs. */
export const NOT_IN_A_REQUEST = {
  requestId: 'no-request-id',
  span_id: 'no-span-id',
  service_id: 'no-service-id',
} as const;
