import { setTimeout as sleep } from 'node:timers/promises';
import { backoffMs } from './backoff.ts';
import { withinDeadline } from './within-deadline.ts';

/** Whether a system behind us serves us at present. */
export type Availability = 'ready' | 'lost';

/** What a guard tells about the system that it guards. */
export interface OutageEvents {
  /** Called once for each change, with a reason that holds no key, value or credential. */
  readonly onChange: (availability: Availability, reason: string) => void;
  /** Called after each call that was let through. */
  readonly onCall?: ((seconds: number, outcome: 'answered' | 'failed') => void) | undefined;
}

export interface OutageGuardOptions extends OutageEvents {
  /** How long a call may take, in milliseconds. */
  readonly deadlineMs: number;
  /**
   * Tries what calls about `key` need, harmlessly, and settles soon. It is asked in the background,
   * at the start and after a failed call, until it succeeds: no visitor waits for it.
   */
  readonly probe: (key: string) => Promise<unknown>;
  /** How long to wait before a probe, by the number of probes since the system was last steady. */
  readonly delayMs?: (attempt: number) => number;
}

/** The system is down, or did not serve this call. Its text is fit for a log. */
export class OutageError extends Error {
  override readonly name = 'OutageError';
}

/** A system that fails again sooner than this has not been steady: delays go on growing. */
const STEADY_MS = 30_000;

/**
 * Keeps an outage from costing every visitor a wait: the first call that fails closes the way, and
 * only a probe opens it again.
 */
export class OutageGuard {
  /** Settles once the first probe has told whether the system is there. */
  readonly firstProbe: Promise<void>;
  readonly #options: OutageGuardOptions;
  readonly #stopped = new AbortController();
  #availability: Availability | 'unknown' = 'unknown';
  #readySinceMs = 0;
  #attempt = 0;

  constructor(options: OutageGuardOptions) {
    this.#options = options;
    this.firstProbe = this.#start();
  }

  /** Whether calls are let through at present. */
  isReady(): boolean {
    return this.#availability === 'ready';
  }

  /**
   * Makes a call that is about `key`, unless the system is down.
   * @throws {OutageError} at once when it is down; else when the call fails or takes too long.
   */
  async run<Value>(key: string, call: () => Promise<Value>): Promise<Value> {
    if (!this.isReady()) throw new OutageError('known to be down');
    const { deadlineMs, onCall } = this.#options;
    const startMs = performance.now();
    try {
      const value = await withinDeadline(call(), deadlineMs);
      onCall?.((performance.now() - startMs) / 1_000, 'answered');
      return value;
    } catch (error) {
      onCall?.((performance.now() - startMs) / 1_000, 'failed');
      const reason = reasonOf(error);
      this.#lose(key, reason);
      throw new OutageError(reason);
    }
  }

  /** Stops probing and lets no more calls through. */
  stop(): void {
    this.#stopped.abort();
    this.#availability = 'lost';
  }

  async #start(): Promise<void> {
    if (!(await this.#tryProbe('start'))) this.#regain('start').catch(ignoreStop);
  }

  #lose(key: string, reason: string): void {
    if (!this.isReady()) return;
    if (performance.now() - this.#readySinceMs > STEADY_MS) this.#attempt = 0;
    this.#become('lost', reason);
    this.#regain(key).catch(ignoreStop);
  }

  async #regain(key: string): Promise<void> {
    const { delayMs = backoffMs } = this.#options;
    const { signal } = this.#stopped;
    do {
      this.#attempt += 1;
      await sleep(delayMs(this.#attempt), undefined, { ref: false, signal });
    } while (!(await this.#tryProbe(key)));
  }

  async #tryProbe(key: string): Promise<boolean> {
    try {
      await this.#options.probe(key);
    } catch (error) {
      this.#become('lost', reasonOf(error));
      return false;
    }
    this.#readySinceMs = performance.now();
    this.#become('ready', 'a probe succeeded');
    return true;
  }

  #become(next: Availability, reason: string): void {
    if (this.#availability === next || this.#stopped.signal.aborted) return;
    this.#availability = next;
    this.#options.onChange(next, reason);
  }
}

/** The message alone: errors of clients carry the command with its arguments. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function ignoreStop(): void {
  // A guard stops regaining for one reason only: it was told to stop.
}
