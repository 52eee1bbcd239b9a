import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { withDescendants } from './process-figures.ts';

const ESTABLISHED = '01';

/** How many connections a process and all that it started have to a port, as Linux lists them (proc(5)). */
export function countConnections(pid: number, port: number): number {
  const sockets = new Set(withDescendants(pid).flatMap(socketsOf));
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1);
  return lines.filter((line) => {
    const [, , remote = '', state, , , , , , inode = ''] = line.trim().split(/\s+/);
    return remote.endsWith(`:${hexPort}`) && state === ESTABLISHED && sockets.has(inode);
  }).length;
}

/** The inodes of the sockets that a process has open. */
function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    const [, inode] = /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${name}`)) ?? [];
    return inode === undefined ? [] : [inode];
  });
}

/** What a file descriptor stands for; nothing, when it was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
