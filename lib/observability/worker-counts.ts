import { AggregatorRegistry } from 'prom-client';
import type { Snapshot } from './metrics-message.ts';

/**
 * What workers have counted, the dead among them included: a counter that went backwards would look
 * to Prometheus like a restart.
 */
export class WorkerCounts {
  readonly #latest = new Map<number, Snapshot>();
  /** Of workers that died, until they are added to `#retired`. */
  readonly #departed: Snapshot[] = [];
  /** The sum of all that died before. */
  #retired: Snapshot = [];
  #adding: Promise<void> = Promise.resolve();

  /** Keeps the last that was heard of a worker. */
  keep(workerId: number, snapshot: Snapshot): void {
    this.#latest.set(workerId, snapshot);
  }

  /** Keeps what a dead worker has counted, and forgets what it was in the middle of. */
  retire(workerId: number): void {
    const snapshot = this.#latest.get(workerId);
    if (snapshot === undefined) return;
    this.#latest.delete(workerId);
    // prom-client's types name the kinds by an enum that is not there when the program runs.
    this.#departed.push(snapshot.filter(({ type }) => String(type) !== 'gauge'));
    this.#adding = this.#adding.then(() => this.#addDeparted());
  }

  /** All that was counted, each time of a different number of parts: add them up. */
  parts(): Snapshot[] {
    return [...this.#latest.values(), ...this.#departed, this.#retired];
  }

  async #addDeparted(): Promise<void> {
    const [first = []] = this.#departed;
    const sum = await AggregatorRegistry.aggregate([this.#retired, first]).getMetricsAsJSON();
    this.#departed.shift();
    this.#retired = sum;
  }
}
