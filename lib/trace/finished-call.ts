/** A call of another system that has ended, as traces tell it. Nothing in it is a secret. */
export interface FinishedCall {
  /** The system and what was asked of it; one of few values. */
  readonly name: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** `performance.now()` in milliseconds at which it ended. */
  readonly endedAt: number;
  readonly durationMs: number;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}
