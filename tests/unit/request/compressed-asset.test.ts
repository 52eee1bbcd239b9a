import { describe, expect, it } from 'vitest';
import { findCompressedAsset, isTextAsset } from '#lib/request/compressed-asset.ts';

const CSS = '/assets/application-AEYGX5XX.css';

describe('findCompressedAsset', () => {
  it.each([
    ['gzip, deflate, br, zstd', `${CSS}.br`],
    ['gzip;q=1.0, br;q=0', `${CSS}.gz`],
    ['BR', `${CSS}.br`],
    ['gzip', `${CSS}.gz`],
    ['gzip;q=0.000', undefined],
    ['deflate', undefined],
    ['brotli', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('for a browser that takes %j gives %s', (acceptEncoding, path) => {
    expect(findCompressedAsset(CSS, acceptEncoding)?.path).toBe(path);
  });

  it('keeps the type of the file', () => {
    expect(findCompressedAsset('/assets/application-M5LUQVBG.js', 'br')).toEqual({
      path: '/assets/application-M5LUQVBG.js.br',
      contentType: 'text/javascript; charset=utf-8',
      contentEncoding: 'br',
    });
  });

  it.each(['/assets/light.woff2', '/assets/a/b.css', '/d/a/b.css', '/assets/x.css?v=1', '/'])(
    'has no version of %s, which may hold a secret or is compressed in itself',
    (path) => {
      expect(findCompressedAsset(path, 'br')).toBeNull();
      expect(isTextAsset(path)).toBe(false);
    },
  );
});
