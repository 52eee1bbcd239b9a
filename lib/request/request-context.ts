import { AsyncLocalStorage } from 'node:async_hooks';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import type { FinishedCall } from '#lib/trace/finished-call.ts';
import type { Outcome } from './outcome.ts';
import type { Route } from './route-of.ts';
import type { TraceNames } from './trace-headers.ts';

/** What is known of the request that is being answered, from its first byte on. */
export interface RequestContext extends TraceNames {
  /** The visitor's address: never taken from a header that the visitor could have made. */
  readonly clientAddress: string;
  /** The only form of the URL that may be written down anywhere. */
  readonly route: Route;
  /** `performance.now()` in milliseconds at which the request arrived. */
  readonly startedAt: number;
  /** `performance.now()` in milliseconds at which the answer must be there. */
  readonly deadline: number;
  /** The calls that it has made, where its trace is recorded. */
  readonly calls?: FinishedCall[];
  /** What the visitor gets to see, once that is known. */
  outcome?: Outcome;
  /** What is to stand on the answer, whatever Next makes of it. */
  answerHeaders?: Readonly<Record<string, string>>;
  /** The body of the answer, where it is there as a whole. */
  wholeBody?: string;
  /** Which system failed it and how, in fixed words. */
  failure?: string;
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

/** Says for metrics and logs what the visitor of the current request gets to see. */
export function noteOutcome(outcome: Outcome): void {
  const request = storage.getStore();
  if (request !== undefined) request.outcome = outcome;
}

/** Puts headers on the answer to the current request, whoever will give it. */
export function putOnAnswer(headers: Readonly<Record<string, string>>): void {
  const request = storage.getStore();
  if (request !== undefined) request.answerHeaders = { ...request.answerHeaders, ...headers };
}

/** Keeps a call for the trace of the current request; it is described only where that is recorded. */
export function noteCall(describe: () => FinishedCall): void {
  storage.getStore()?.calls?.push(describe());
}
