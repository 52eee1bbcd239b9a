import type { Worker } from 'node:cluster';

/** Asks all workers once, and waits for as many as answer in time. */
export class CollectionRound {
  readonly id: number;
  readonly #waitingFor: Set<number>;
  #finish: () => void = () => undefined;

  constructor(id: number, workers: readonly Worker[]) {
    this.id = id;
    this.#waitingFor = new Set(workers.map((worker) => worker.id));
  }

  /** How many have not answered. */
  get missing(): number {
    return this.#waitingFor.size;
  }

  /** Settles when all have answered, or when the time is over. */
  async finished(timeoutMs: number): Promise<void> {
    if (this.missing === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#finish = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** A worker has answered, or will never do so. */
  heard({ id }: Pick<Worker, 'id'>): void {
    this.#waitingFor.delete(id);
    if (this.missing === 0) this.#finish();
  }
}
