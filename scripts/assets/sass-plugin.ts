import path from 'node:path';
import type { Plugin } from 'esbuild';
import { compile } from 'sass';

/** Lets esbuild bundle SCSS: the files that its `url()`s name are copied and hashed like all others. */
export const sassPlugin: Plugin = {
  name: 'sass',
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path: file }) => ({
      contents: compile(file, { loadPaths: ['node_modules'], quietDeps: true }).css,
      loader: 'css',
      resolveDir: path.dirname(file),
    }));
  },
};
