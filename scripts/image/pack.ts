import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { fillCompileCache } from './fill-compile-cache.ts';
import { describePackages } from './describe-packages.ts';

/**
 * Lays out what the image holds under a folder: the program in `app`, with its list of packages, and the
 * compiled code in `compile-cache`. Runs inside the build of the image, after `scripts/build.ts`.
 */
async function pack(folder: string): Promise<void> {
  const app = `${folder}/app`;
  mkdirSync(folder, { recursive: true });
  // Its links point at what lies beside them; otherwise they would point at what is here alone.
  cpSync('.next/standalone', app, { recursive: true, verbatimSymlinks: true });
  writeFileSync(`${app}/sbom.cdx.json`, `${JSON.stringify(describePackages(), null, 2)}\n`);
  await fillCompileCache(app, `${folder}/compile-cache`);
}

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('usage: node scripts/image/pack.ts FOLDER');
await pack(folder);
