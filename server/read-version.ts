import { readFileSync } from 'node:fs';
import * as z from 'zod';

const Version = z.record(z.string(), z.string());

/** Reads the variables that say which build it is, which the build has left in its folder. */
export function readVersion(folder: string): Readonly<Record<string, string>> {
  return Version.parse(JSON.parse(readFileSync(`${folder}/version.json`, 'utf8')));
}
