import { existsSync, readFileSync } from 'node:fs';

/** The built server. */
export interface Standalone {
  readonly serverFile: string;
  /** Variables that say which build it is. */
  readonly version: Readonly<Record<string, string>>;
}

/** Finds the built server; null where nothing was built. */
export function findStandalone(folder: string): Standalone | null {
  const serverFile = `${folder}/server.js`;
  if (!existsSync(serverFile)) return null;
  const version = JSON.parse(
    readFileSync(`${folder}/version.json`, 'utf8'),
  ) as Standalone['version'];
  return { serverFile, version };
}
