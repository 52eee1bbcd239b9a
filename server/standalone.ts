import { readFileSync } from 'node:fs';

/** The built server. */
export interface Standalone {
  readonly serverFile: string;
  /** Variables that say which build it is. */
  readonly version: Readonly<Record<string, string>>;
}

/** Reads what the build has left in its folder. */
export function readStandalone(folder: string): Standalone {
  const version = JSON.parse(
    readFileSync(`${folder}/version.json`, 'utf8'),
  ) as Standalone['version'];
  return { serverFile: `${folder}/server.js`, version };
}
