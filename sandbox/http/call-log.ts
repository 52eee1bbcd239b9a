import type { IncomingHttpHeaders } from 'node:http';

/** What a call asked for: the numbers that tests count by. */
export type Operation =
  'service' | 'check' | 'authenticate' | 'download' | 'documents-status' | 'unknown';

/** One call to an API, without the secrets that it carried. */
export interface Call {
  readonly operation: Operation;
  readonly method: string;
  /** Without the query, in which the document key stands. */
  readonly path: string;
  /** Lower-case names; the values of credentials and cookies are hidden. */
  readonly headers: IncomingHttpHeaders;
  readonly timeMs: number;
}

const KEPT_CALLS = 2_000;
const HIDDEN = { authorization: '[redacted]', cookie: '[redacted]' } as const;

/** The latest calls, and how many there were of each operation since the last clearing. */
export class CallLog {
  #calls: Call[] = [];
  #next = 0;
  #counts = noCalls();

  add(call: Call): void {
    this.#counts[call.operation] += 1;
    this.#calls[this.#next] = call;
    this.#next = (this.#next + 1) % KEPT_CALLS;
  }

  /** The latest calls, oldest first, their secrets hidden. */
  get calls(): readonly Call[] {
    const inOrder = [...this.#calls.slice(this.#next), ...this.#calls.slice(0, this.#next)];
    return inOrder.map((call) => ({ ...call, headers: hideSecrets(call.headers) }));
  }

  get counts(): Readonly<Record<Operation, number>> {
    return { ...this.#counts };
  }

  clear(): void {
    this.#calls = [];
    this.#next = 0;
    this.#counts = noCalls();
  }
}

function noCalls(): Record<Operation, number> {
  return {
    service: 0,
    check: 0,
    authenticate: 0,
    download: 0,
    'documents-status': 0,
    unknown: 0,
  };
}

function hideSecrets(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const hidden: IncomingHttpHeaders = { ...headers };
  if (headers.authorization !== undefined) hidden.authorization = HIDDEN.authorization;
  if (headers.cookie !== undefined) hidden.cookie = HIDDEN.cookie;
  return hidden;
}
