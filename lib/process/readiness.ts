import { oncePerProcess } from './once-per-process.ts';

const readiness = oncePerProcess('readiness', () => Promise.withResolvers<undefined>());

/** Says that everything is there that has to be there before the first request. */
export function declareReady(): void {
  readiness.resolve(undefined);
}

/** Says why the process will never be ready. */
export function declareFailed(error: unknown): void {
  readiness.reject(error);
}

/**
 * Resolves when the process has declared itself ready.
 * @throws what has kept it from that
 */
export function untilReady(): Promise<undefined> {
  return readiness.promise;
}
