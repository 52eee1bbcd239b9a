const FIRST_MS = 50;
const LONGEST_MS = 1_000;

/** A worker that has served for so long did not die of its start. */
const STEADY_MS = 30_000;

/** Then whoever restarts the program is better placed to help than another try. */
const MOST_DEATHS = 10;

/** How long to wait before a dead worker is replaced: longer each time that one dies young. */
export class RestartDelays {
  #deaths = 0;

  /**
   * Counts a death.
   * @param servedMs for how many milliseconds the worker could answer
   * @returns the milliseconds to wait before the next one; null when it is time to give up
   */
  next(servedMs: number): number | null {
    this.#deaths = servedMs < STEADY_MS ? this.#deaths + 1 : 1;
    if (this.#deaths === MOST_DEATHS) return null;
    return Math.min(FIRST_MS * 2 ** (this.#deaths - 1), LONGEST_MS);
  }
}
