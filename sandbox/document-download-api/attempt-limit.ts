const MAX_ATTEMPTS = 50;
const WINDOW_MS = 300_000;

/** Counts the attempts to open each document over a sliding window; refused ones count too. */
export class AttemptLimit {
  readonly #attempts = new Map<string, number[]>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Counts one attempt. Returns whether there have been too many. */
  exceeded(place: string): boolean {
    const now = this.#nowMs();
    const recent = (this.#attempts.get(place) ?? []).filter((time) => time > now - WINDOW_MS);
    recent.push(now);
    // One more than the limit is enough to know: the rest need not be kept.
    this.#attempts.set(place, recent.slice(-MAX_ATTEMPTS - 1));
    return recent.length > MAX_ATTEMPTS;
  }

  clear(): void {
    this.#attempts.clear();
  }
}
