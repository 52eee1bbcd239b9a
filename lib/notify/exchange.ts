import type { Dispatcher } from 'undici';

/** A complete HTTP answer, its body not yet looked into. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly retryAfter: string | undefined;
  readonly body: Buffer;
}

/** Thrown when an exchange did not end within the time that it was given. */
export class ExchangeTimeoutError extends Error {
  override readonly name = 'ExchangeTimeoutError';
}

/** How long one exchange may take, and who may end it early. */
export interface ExchangeLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2];

/**
 * Sends one request and collects the whole answer. It follows no redirect and tries only once.
 *
 * This talks to undici one level below its `request` method, which makes a stream of each body and
 * does not let go of a request that still waits for a connection.
 *
 * @throws ExchangeTimeoutError, the signal's reason, or undici's own error; those of undici hold
 * addresses and pieces of the answer: sanitise them before they go anywhere
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { timeoutMs, signal }: ExchangeLimits,
): Promise<HttpAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const collector = new AnswerCollector(resolve, reject);
  const timer = setTimeout(() => {
    collector.giveUp(new ExchangeTimeoutError());
  }, timeoutMs);
  const abort = () => {
    collector.giveUp(toError(signal?.reason));
  };
  signal?.addEventListener('abort', abort, { once: true });
  dispatcher.dispatch(request, collector);
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  });
}

class AnswerCollector implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (error: Error) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #givenUp: Error | undefined;
  #status = 0;
  #headers: Headers = {};

  constructor(resolve: (answer: HttpAnswer) => void, reject: (error: Error) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Ends the wait at once, also while undici still queues the request or connects. */
  giveUp(error: Error): void {
    this.#givenUp = error;
    this.#reject(error);
    this.#controller?.abort(error);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#givenUp) controller.abort(this.#givenUp);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Headers): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#resolve({
      status: this.#status,
      contentType: firstValue(this.#headers['content-type']),
      retryAfter: firstValue(this.#headers['retry-after']),
      body: Buffer.concat(this.#chunks),
    });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}

function firstValue(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('The call was aborted', 'AbortError');
}
