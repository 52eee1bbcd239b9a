import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/**
 * Notes the modules of ours and of packages that a process loads; `--import` puts it in front of a
 * program. They are written, one a line, to a file named after the process when that ends.
 */
const folder = process.env['MODULE_LISTS'];
const urls = new Set();

registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) urls.add(url);
    return nextLoad(url, context);
  },
});

if (folder !== undefined) {
  process.once('exit', () => writeFileSync(`${folder}/${process.pid}`, [...urls].join('\n')));
}
