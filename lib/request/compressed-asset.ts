import { acceptedEncodings } from './accepted-encodings.ts';

/** A compressed version of a file under `/assets`, which stands beside it. */
export interface CompressedAsset {
  readonly path: string;
  readonly contentType: string;
  readonly contentEncoding: 'br' | 'gzip';
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

const TEXT_ASSET = /^\/assets\/[\w.-]+\.(css|js|svg)$/;

/** Whether there are several versions of what `path` names. */
export function isTextAsset(path: string): boolean {
  return path.startsWith('/assets/') && TEXT_ASSET.test(path);
}

/** The smallest version of a text asset that the browser takes, or null for the file as it is. */
export function findCompressedAsset(
  path: string,
  acceptEncoding: string | string[] | undefined,
): CompressedAsset | null {
  const contentType = CONTENT_TYPES[TEXT_ASSET.exec(path)?.[1] ?? ''];
  if (contentType === undefined) return null;
  const accepted = acceptedEncodings(String(acceptEncoding ?? ''));
  if (accepted.has('br')) return { path: `${path}.br`, contentType, contentEncoding: 'br' };
  if (accepted.has('gzip')) return { path: `${path}.gz`, contentType, contentEncoding: 'gzip' };
  return null;
}
