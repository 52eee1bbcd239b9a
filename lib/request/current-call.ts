import type { CallContext } from '#lib/notify/call-context.ts';
import { currentRequest } from './request-context.ts';

/**
 * What a call to an API inherits from the current request.
 * @throws when there is no request: the hooks give one to everything that answers.
 */
export function currentCall(signal?: AbortSignal): CallContext {
  const request = currentRequest();
  if (request === undefined) throw new Error('there is no request to make a call for');
  const { traceId, spanId, traceParent, deadline } = request;
  return { traceId, spanId, traceParent, deadline, ...(signal && { signal }) };
}
