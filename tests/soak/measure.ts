import { readdirSync } from 'node:fs';
import { residentBytesOf } from '#tests/support/linux-processes.ts';

/** What processes together took at a moment. */
export interface Sample {
  /** `performance.now()` then. */
  readonly timeMs: number;
  /** Resident memory. */
  readonly memoryBytes: number;
  /** Open files, sockets among them. */
  readonly descriptors: number;
}

/**
 * Looks at processes of this machine, as Linux tells of them.
 * @throws when one of them has ended
 */
export function measure(pids: readonly number[]): Sample {
  return {
    timeMs: performance.now(),
    memoryBytes: sum(pids.map(memoryBytesOf)),
    descriptors: sum(pids.map((pid) => readdirSync(`/proc/${pid}/fd`).length)),
  };
}

function memoryBytesOf(pid: number): number {
  const bytes = residentBytesOf(pid);
  if (bytes === undefined) throw new Error(`process ${pid} has ended`);
  return bytes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
