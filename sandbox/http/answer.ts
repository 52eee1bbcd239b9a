/** What one of the sandbox's APIs answers, before it is written to the socket. */
export interface Answer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: string | Buffer;
  /** Time to wait before the first byte. */
  readonly delayMs?: number;
  /** How the answer goes wrong on its way; whole when absent. */
  readonly delivery?: 'stall-headers' | 'stall-body' | 'reset';
}

export type AnswerHeaders = Readonly<Record<string, string>>;
