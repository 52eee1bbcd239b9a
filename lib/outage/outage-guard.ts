import { setTimeout as sleep } from 'node:timers/promises';
import { backoffMs } from './backoff.ts';
import { OutageError, reasonOf } from './outage-error.ts';
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
   * Tries what calls about `key` need, harmlessly, and settles soon. It is asked in the background:
   * at the start and after a failed call until it succeeds, and now and then, so that an outage is
   * noticed while there are no visitors. Nobody waits for it.
   */
  readonly probe: (key: string) => Promise<unknown>;
  /** How long to wait before a probe, by the number of probes since the system was last steady. */
  readonly delayMs?: (attempt: number) => number;
  /** How often to ask while all seems well. */
  readonly heartbeatMs?: number;
}

/** A system that fails again sooner than this has not been steady: delays go on growing. */
const STEADY_MS = 30_000;

const HEARTBEAT_MS = 10_000;

/** What probes are about that no call has caused. */
const NO_KEY = 'none';

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
    this.#beat().catch(ignoreStop);
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
    if (!(await this.#tryProbe(NO_KEY))) this.#regain(NO_KEY).catch(ignoreStop);
  }

  async #beat(): Promise<never> {
    const { probe, heartbeatMs = HEARTBEAT_MS } = this.#options;
    for (;;) {
      await this.#sleep(heartbeatMs);
      if (this.isReady()) await this.run(NO_KEY, () => probe(NO_KEY)).catch(() => undefined);
    }
  }

  #lose(key: string, reason: string): void {
    if (!this.isReady()) return;
    if (performance.now() - this.#readySinceMs > STEADY_MS) this.#attempt = 0;
    this.#become('lost', reason);
    this.#regain(key).catch(ignoreStop);
  }

  async #regain(key: string): Promise<void> {
    const { delayMs = backoffMs } = this.#options;
    do {
      this.#attempt += 1;
      await this.#sleep(delayMs(this.#attempt));
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

  /** @throws once the guard is stopped */
  async #sleep(ms: number): Promise<void> {
    await sleep(ms, undefined, { ref: false, signal: this.#stopped.signal });
  }

  #become(next: Availability, reason: string): void {
    if (this.#availability === next || this.#stopped.signal.aborted) return;
    this.#availability = next;
    this.#options.onChange(next, reason);
  }
}

function ignoreStop(): void {
  // What goes on for ever ends for one reason only: the guard was told to stop.
}
