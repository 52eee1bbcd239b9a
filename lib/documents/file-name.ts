import { readableText, shortenText } from './readable-text.ts';

const MAX_LENGTH = 100;

/** Enough for any file extension with a little of the name before it. */
const TAIL_LENGTH = 20;

/**
 * The name of a file for a page: what the service called it, without what could break or spoof the
 * page, at most 100 characters with its end (the file extension) always there.
 *
 * Names in right-to-left scripts stay: show the name in an element of its own direction (`bdi`).
 *
 * @returns null where there is no name, or none that can be seen
 */
export function readableFileName(name: string | null): string | null {
  const readable = readableText(name ?? '');
  return readable === '' ? null : shortenText(readable, MAX_LENGTH, TAIL_LENGTH);
}
