import { cacheControl, securityHeaders } from '#lib/security/security-headers.ts';
import { ask } from '../ask.ts';
import { unlessProblems, type Check } from '../check.ts';

const NOT_FOUND = '/there/is/nothing/here';

/** Headers that tell strangers what runs here, or how Next works inside. */
const UNWANTED = /^(?:x-powered-by|x-middleware-.*|x-nextjs-.*)$/;

/** What the program sends reaches citizens as it is, on pages and on static files. */
export const checkHeaders: Check = {
  name: 'headers',
  async examine({ url }) {
    const page = await ask(url + NOT_FOUND, { headers: { 'Accept-Encoding': 'gzip, br' } });
    const asset = findAsset(await page.text());
    const file = await ask(url + asset);
    const problems = [
      ...describeHeaders('pages', page, cacheControl(NOT_FOUND, 404)),
      ...describeHeaders('static files', file, cacheControl(asset, 200)),
    ];
    if (page.headers.has('Content-Encoding')) problems.push('pages are compressed (BREACH)');
    if (!page.headers.has('X-B3-TraceId')) problems.push('pages have no X-B3-TraceId');
    return unlessProblems(problems, 'as the program sends them');
  },
};

function findAsset(html: string): string {
  const path = /href="(?<path>\/assets\/[^"]+\.css)"/.exec(html)?.groups?.['path'];
  if (path === undefined) throw new Error('the page names no style sheet');
  return path;
}

function describeHeaders(what: string, { headers }: Response, caching: string): string[] {
  const expected = { ...securityHeaders, 'Cache-Control': caching };
  const changed = Object.entries(expected)
    .filter(([name, value]) => headers.get(name) !== value)
    .map(([name]) => `${name} of ${what} is ${headers.has(name) ? 'changed' : 'missing'}`);
  const unwanted = [...headers.keys()]
    .filter((name) => UNWANTED.test(name))
    .map((name) => `${what} have ${name}`);
  return [...changed, ...unwanted];
}
