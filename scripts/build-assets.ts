import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundleAssets } from './assets/bundle-assets.ts';
import { compressAssets } from './assets/compress-assets.ts';

const MANIFEST = 'lib/page/asset-manifest.generated.json';

/** Builds `public/assets` afresh, tells the pages the names of the files, and prints their sizes. */
async function buildAssets(): Promise<void> {
  rmSync('public/assets', { recursive: true, force: true });
  const manifest = await bundleAssets('public/assets');
  compressAssets('public/assets');
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  for (const url of Object.values(manifest)) console.log(describeSize(url));
}

function describeSize(url: string): string {
  const content = readFileSync(`public${url}`);
  return `${url}  ${content.length} bytes, ${gzipSync(content).length} gzipped`;
}

await buildAssets();
