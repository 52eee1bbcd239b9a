import { readFileSync, writeFileSync } from 'node:fs';

/** Where Next writes the random keys of a build. */
const FILES = [
  'prerender-manifest.json',
  'server/preview-props.json',
  'server/server-reference-manifest.js',
  'server/server-reference-manifest.json',
];

/** A key and its value, in JSON or in JSON that is a string of JavaScript. */
const RANDOM_KEY = /((?:previewMode\w+|encryptionKey)\\?":\s*)\\?"[^"\\]+\\?"/g;

/**
 * Takes out the random keys that every build of Next has, for its draft mode and its server actions.
 * Nothing here uses either: without a key nobody can turn them on, and the same source gives the same files.
 * @throws when a file has no such key, since Next then keeps them elsewhere
 */
export function leaveOutKeys(nextFolder: string): void {
  for (const file of FILES) {
    const path = `${nextFolder}/${file}`;
    const text = readFileSync(path, 'utf8');
    const without = text.replaceAll(RANDOM_KEY, '$1null');
    if (without === text) throw new Error(`no key in ${path}: where does Next keep it now?`);
    writeFileSync(path, without);
  }
}
