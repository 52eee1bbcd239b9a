import { oncePerProcess } from './once-per-process.ts';

const readiness = oncePerProcess('readiness', () => Promise.withResolvers<undefined>());

/** Says that everything is there that has to be there before the first request. */
export function declareReady(): void {
  readiness.resolve(undefined);
}

/** Resolves when the process has declared itself ready. */
export function untilReady(): Promise<undefined> {
  return readiness.promise;
}
