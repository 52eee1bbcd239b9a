/** An answer did not come in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';

  constructor(deadlineMs: number) {
    super(`no answer within ${deadlineMs} ms`);
  }
}

/**
 * Passes on what a call settles with, or gives it up after `deadlineMs`.
 *
 * An answer that has arrived counts although this process was too busy to read it: the sockets get
 * one more turn of the event loop before the call is given up.
 *
 * @throws {DeadlineError} when it is given up; the call itself goes on, unheard.
 */
export function withinDeadline<Value>(call: Promise<Value>, deadlineMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new DeadlineError(deadlineMs));
    const timer = setTimeout(() => setImmediate(giveUp), deadlineMs);
    call.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
