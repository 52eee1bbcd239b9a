import manifest from './asset-manifest.generated.json' with { type: 'json' };

/** A file of `public/assets` by the name of its source; the build of the assets writes the list. */
export type AssetName = keyof typeof manifest;

/** The URL path of an asset, with the hash of its content; an unknown name does not compile. */
export function assetUrl(name: AssetName): string {
  return manifest[name];
}

/** The fonts that every page needs for its first paint: normal and bold text. */
export const FONT_URLS: readonly string[] = [
  assetUrl('light-94a07e06a1-v2.woff2'),
  assetUrl('bold-b542beb274-v2.woff2'),
];
