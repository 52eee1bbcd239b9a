import { readFileSync } from 'node:fs';

const BYTES_PER_KB = 1024;

/** The processes that a process has started and that have not been waited for. */
export function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

/** The resident memory of a process; undefined of one that has ended and not been waited for. */
export function residentBytesOf(pid: number): number | undefined {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * BYTES_PER_KB;
}
