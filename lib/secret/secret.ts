/**
 * A value that must never be printed: a document key, an e-mail address, a token, a credential.
 *
 * Every way by which values reach text by accident (template strings, JSON, `console.log`, pino)
 * prints `[redacted]`; the only way to the value is {@link Secret.reveal}, which can be searched for.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call it at the last moment: in a request to an API, in a link on a page. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return REDACTED;
  }
}

/** What stands in place of a secret wherever it would be printed. */
export const REDACTED = '[redacted]';
