import { readdirSync, readFileSync } from 'node:fs';

/** What processes together took at a moment. */
export interface Sample {
  /** `performance.now()` then. */
  readonly timeMs: number;
  /** Resident memory. */
  readonly memoryBytes: number;
  /** Open files, sockets among them. */
  readonly descriptors: number;
}

const BYTES_PER_KB = 1024;

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
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`process ${pid} has ended`);
  return Number(kilobytes) * BYTES_PER_KB;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
