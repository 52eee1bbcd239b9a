import { readFileSync } from 'node:fs';
import { childrenOf, residentBytesOf } from '#tests/support/linux-processes.ts';

/** What a process and its children have used up and hold. */
export interface ProcessFigures {
  /** Of all threads since their start, in microseconds. */
  readonly cpuUs: number;
  /** Resident memory of each process in MB, the parent first. */
  readonly residentMb: readonly number[];
}

/** Linux counts in hundredths of a second, whatever the machine. */
const US_PER_TICK = 10_000;
const BYTES_PER_MB = 1e6;
const MB_PER_KIB = 1024 / 1e6;

/** Reads the figures of a process and of all that it started, from `/proc`. */
export function readProcessFigures(pid: number): ProcessFigures {
  const pids = withDescendants(pid);
  return {
    cpuUs: pids.reduce((sum, each) => sum + cpuUsOf(each), 0),
    residentMb: pids.map((each) => (residentBytesOf(each) ?? 0) / BYTES_PER_MB),
  };
}

/**
 * The memory of a process and of all that it started, in MB of a million bytes. What processes share
 * counts once, as the limit of a container counts it.
 */
export function proportionalMbOf(pid: number): number {
  const ofEach = withDescendants(pid).map((each) => {
    const rollup = readFileSync(`/proc/${each}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]) * MB_PER_KIB;
  });
  return ofEach.reduce((sum, megabytes) => sum + megabytes, 0);
}

/** A process and all that it started, in the order in which they started. */
export function withDescendants(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(withDescendants)];
}

function cpuUsOf(pid: number): number {
  // The second field is the program's name in brackets, which may hold blanks (proc(5)).
  const [, afterName = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = afterName.split(' ');
  const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])];
  return (userTicks + systemTicks) * US_PER_TICK;
}
