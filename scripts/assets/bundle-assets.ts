import path from 'node:path';
import { build } from 'esbuild';
import { sassPlugin } from './sass-plugin.ts';

const ICONS = 'node_modules/govuk-frontend/dist/govuk/assets/images';

/** What pages and browsers ask for by name; the style sheet brings the fonts. */
const ENTRIES = [
  'assets/application.scss',
  'assets/application.ts',
  'assets/staff.scss',
  `${ICONS}/favicon.ico`,
  `${ICONS}/favicon.svg`,
  `${ICONS}/govuk-icon-180.png`,
  `${ICONS}/govuk-icon-mask.svg`,
];

/** The oldest that GOV.UK Frontend 6 supports: the first browsers with module scripts. */
const TARGETS = ['es2017', 'chrome61'];

/** The URL path of each asset by the name of its source, such as `application.css`. */
export type AssetManifest = Readonly<Record<string, string>>;

/**
 * Bundles the assets into a folder, under names with a hash of their content, so that a browser may
 * keep them for ever. The same sources give the same names and bytes.
 */
export async function bundleAssets(outdir: string): Promise<AssetManifest> {
  const { metafile } = await build({
    entryPoints: ENTRIES,
    outdir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGETS,
    loader: { '.ico': 'copy', '.png': 'copy', '.svg': 'copy', '.woff': 'file', '.woff2': 'file' },
    plugins: [sassPlugin],
    metafile: true,
    logLevel: 'warning',
  });
  const files = Object.keys(metafile.outputs)
    .map((output) => path.basename(output))
    .sort();
  return Object.fromEntries(files.map((file) => [nameWithoutHash(file), `/assets/${file}`]));
}

/** `application-3FA9C1D2.css` → `application.css` */
function nameWithoutHash(file: string): string {
  return file.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, '');
}
