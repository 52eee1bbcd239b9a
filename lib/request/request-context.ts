import { AsyncLocalStorage } from 'node:async_hooks';
import { oncePerProcess } from '#lib/process/once-per-process.ts';

/** What is known of the request that is being answered, from its first byte on. */
export interface RequestContext {
  /** Names the whole journey through all systems (`X-B3-TraceId`). */
  readonly traceId: string;
  /** Names this program's part of it (`X-B3-SpanId`). */
  readonly spanId: string;
  /** The visitor's address: never taken from a header that the visitor could have made. */
  readonly clientAddress: string;
  /** `performance.now()` in milliseconds at which the request arrived. */
  readonly startedAt: number;
  /** `performance.now()` in milliseconds at which the answer must be there. */
  readonly deadline: number;
}

const storage = oncePerProcess('request-context', () => new AsyncLocalStorage<RequestContext>());

/** Makes `context` the current one for all that follows from the request. */
export function enterRequest(context: RequestContext): void {
  storage.enterWith(context);
}

/** The current request, or undefined outside of one (start-up, timers). */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}
