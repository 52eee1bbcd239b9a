import { closeSync, fstatSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DestinationStream } from 'pino';

/** How long lines may still go to a file that was moved away, in milliseconds. */
const CHECK_INTERVAL_MS = 1000;

/**
 * Appends to a file that log rotation may move away or delete at any time: the file is then made anew.
 * Nobody has to send a signal.
 *
 * @throws when the file cannot be opened now. Later faults, such as a full disk, lose lines here only:
 * standard output has them too, and a log must not take the pages down
 */
export function openLogFile(path: string, checkIntervalMs = CHECK_INTERVAL_MS): DestinationStream {
  let file = openToAppend(path);
  setInterval(() => {
    if (isStillThere(file, path)) return;
    unlessItFails(() => {
      const next = openToAppend(path);
      closeSync(file);
      file = next;
    });
  }, checkIntervalMs).unref();
  return {
    write: (line) => unlessItFails(() => writeSync(file, line)),
  };
}

function openToAppend(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'a');
}

function isStillThere(file: number, path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.ino === fstatSync(file).ino;
}

function unlessItFails(act: () => void): void {
  try {
    act();
  } catch {
    // Standard output has the line; see above.
  }
}
