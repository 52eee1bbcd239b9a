import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MODULE = path.join(import.meta.dirname, 'move-clock.ts');

/** A clock that a test can move while a server goes by it. */
export interface MovableClock {
  /** What the server has to be started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Sets the clock so many milliseconds ahead of ours. */
  set(aheadMs: number): void;
}

export function movableClock(aheadMs = 0): MovableClock {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'clock-')), 'ahead-ms');
  const set = (ms: number) => {
    // In one step: the server may look at any moment.
    writeFileSync(`${file}.new`, String(ms));
    renameSync(`${file}.new`, file);
  };
  set(aheadMs);
  return { set, environment: { CLOCK_FILE: file, NODE_OPTIONS: `--import ${MODULE}` } };
}
