import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssetManifest, bundleAssets } from '#scripts/assets/bundle-assets.ts';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'assets-'));
let manifest: AssetManifest = {};

beforeAll(async () => {
  manifest = await bundleAssets(FOLDER);
});

afterAll(() => {
  rmSync(FOLDER, { recursive: true });
});

function readAsset(name: string): Buffer {
  return readFileSync(path.join(FOLDER, path.basename(manifest[name] ?? `no ${name}`)));
}

describe('the bundled assets', () => {
  it('have a hash of their content in every name', () => {
    expect(readdirSync(FOLDER)).toHaveLength(Object.keys(manifest).length);
    for (const url of Object.values(manifest)) {
      expect(url).toMatch(/^\/assets\/[a-z0-9-]+-[A-Z0-9]{8}\.(?:css|js|ico|svg|png|woff2?)$/);
    }
  });

  it('have the same names when they are built again', async () => {
    const again = mkdtempSync(path.join(tmpdir(), 'assets-again-'));
    expect(await bundleAssets(again)).toEqual(manifest);
    rmSync(again, { recursive: true });
  });

  it('leave no address in the style sheet that is not one of them', () => {
    const css = readAsset('application.css').toString();
    const urls = [...css.matchAll(/url\("?([^")]*)"?\)/g)].map(([, url]) => url);
    expect(urls).toHaveLength(4);
    expect(Object.values(manifest)).toEqual(expect.arrayContaining(urls));
  });

  it.each([
    ['application.js', 12_000],
    ['application.css', 12_000],
    ['favicon.svg', 1000],
    ['favicon.ico', 2000],
    ['light-94a07e06a1-v2.woff2', 34_000],
    ['bold-b542beb274-v2.woff2', 34_000],
  ])('keep %s within %i bytes once it is compressed', (name, maxBytes) => {
    expect(gzipSync(readAsset(name)).length).toBeLessThanOrEqual(maxBytes);
  });
});
