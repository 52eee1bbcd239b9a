import { setTimeout as wait } from 'node:timers/promises';
import { RestartDelays } from './restart-delays.ts';
import type { LeaveOrder } from './worker-messages.ts';
import type { WorkerEnd, WorkerProcess } from './worker-process.ts';

/** One worker dies after the other, so that starting more of them helps nobody. */
export class WorkersKeepDyingError extends Error {
  override readonly name = 'WorkersKeepDyingError';
}

export interface FleetEvents {
  serves(worker: WorkerProcess, startMs: number): void;
  died(worker: WorkerProcess, end: WorkerEnd, replacedAfterMs: number): void;
  replaced(worker: WorkerProcess, heir: WorkerProcess): void;
  notReplaced(worker: WorkerProcess): void;
}

/** Where there is always one worker, save for moments. */
interface Place {
  worker: WorkerProcess;
}

/** A worker that does not do as told has its event loop blocked; it gets so much longer. */
const KILL_GRACE_MS = 1_000;

/** The workers of the program, kept at their number. */
export class Fleet {
  readonly #start: () => WorkerProcess;
  readonly #events: FleetEvents;
  readonly #places: Place[] = [];
  readonly #alive = new Set<WorkerProcess>();
  readonly #stopped = new AbortController();
  #replacing: Promise<void> = Promise.resolve();

  constructor(start: () => WorkerProcess, events: FleetEvents) {
    this.#start = start;
    this.#events = events;
  }

  /**
   * Keeps `size` workers running; resolves after {@link stop}.
   * @throws {WorkersKeepDyingError} when it is in vain
   */
  async run(size: number): Promise<void> {
    await Promise.all(Array.from({ length: size }, async () => this.#keepOneRunning()));
  }

  /** Replaces the workers one by one, each only when its heir can answer. */
  replaceAll(order: LeaveOrder): Promise<void> {
    this.#replacing = this.#replacing.then(async () => {
      for (const place of this.#places) {
        if (!this.#isStopping() && !(await this.#replace(place, order))) return;
      }
    });
    return this.#replacing;
  }

  /** Has all workers leave and waits until the last one has ended. */
  async stop(order: LeaveOrder): Promise<void> {
    this.#stopped.abort();
    await Promise.all([...this.#alive].map(async (worker) => this.#dismiss(worker, order)));
  }

  /** Ends all workers at once. */
  kill(): void {
    for (const worker of this.#alive) worker.kill();
  }

  #isStopping(): boolean {
    return this.#stopped.signal.aborted;
  }

  async #keepOneRunning(): Promise<void> {
    const place = { worker: this.#launch() };
    this.#places.push(place);
    const delays = new RestartDelays();
    while (!this.#isStopping()) {
      const { worker } = place;
      const end = await worker.ended;
      if (this.#isStopping() || worker !== place.worker) continue;
      const delayMs = delays.next(end.servedMs);
      if (delayMs === null) throw new WorkersKeepDyingError(`the last worker: ${end.cause}`);
      this.#events.died(worker, end, delayMs);
      await this.#wait(delayMs);
      if (!this.#isStopping() && worker === place.worker) place.worker = this.#launch();
    }
  }

  async #wait(delayMs: number): Promise<void> {
    await wait(delayMs, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
  }

  async #replace(place: Place, order: LeaveOrder): Promise<boolean> {
    const heir = this.#launch();
    const isReady = await Promise.race([heir.ready.then(() => true), heir.ended.then(() => false)]);
    const { worker } = place;
    if (!isReady) {
      this.#events.notReplaced(worker);
      return false;
    }
    place.worker = heir;
    await this.#dismiss(worker, order);
    this.#events.replaced(worker, heir);
    return true;
  }

  #launch(): WorkerProcess {
    const startedAtMs = performance.now();
    const worker = this.#start();
    this.#alive.add(worker);
    void worker.ready.then(() => this.#events.serves(worker, performance.now() - startedAtMs));
    void worker.ended.then(() => this.#alive.delete(worker));
    return worker;
  }

  async #dismiss(worker: WorkerProcess, order: LeaveOrder): Promise<void> {
    worker.leave(order);
    const timer = setTimeout(() => worker.kill(), order.cutAfterMs + KILL_GRACE_MS);
    await worker.ended;
    clearTimeout(timer);
  }
}
