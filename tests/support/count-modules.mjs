import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/**
 * Counts the modules of ours and of packages that a process loads; `--import` puts it in front of a
 * program. The count is written to a file named after the process when that ends.
 */
const folder = process.env['MODULE_COUNTS'];
const urls = new Set();

registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) urls.add(url);
    return nextLoad(url, context);
  },
});

if (folder !== undefined) {
  process.once('exit', () => writeFileSync(`${folder}/${process.pid}`, String(urls.size)));
}
