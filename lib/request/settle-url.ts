/** No route takes it, so the 404 page answers; the visitor never sees it. */
export const UNROUTABLE = '/not-found';

/** Below it strangers are told to sign in, whatever they ask for. */
const STAFF_PAGES = '/preview';

/**
 * Paths with a meaning for Next: its own files and pages, whose names begin with a low line, and
 * suffixes that ask for a page's data. Of ours only one begins so.
 */
const FRAMEWORK_PATH = /^\/_(?!status$)|^\/(?:404|500)$|\.rsc$|\.segments\//i;
/** What is resolved against the rest of the path; clients do so before they send it, Next when it has it. */
const DOT_SEGMENT = /\/\.{1,2}(?:\/|$)/;
/** Query parameters by which Next hands values to itself. */
const FRAMEWORK_PARAMETER = /(?:^|&)(?:_rsc|nxt|__next)/i;

/**
 * Turns a request target as a stranger sent it into one that Next's router takes without an error or
 * a redirect of its own: a redirect would repeat the secret key in `Location`.
 * Repeated and trailing slashes go, as mail programs add them; anything that cannot be decoded or
 * that addresses the framework becomes {@link UNROUTABLE}.
 */
export function settleUrl(target: string): string {
  const { path, query } = splitTarget(target);
  const clean = path.replace(/[/\\]+/g, '/').replace(/(?<=.)\/$/, '');
  if (!clean.startsWith('/') || !isRoutable(clean)) {
    return clean.startsWith(`${STAFF_PAGES}/`) ? STAFF_PAGES + UNROUTABLE : UNROUTABLE;
  }
  return clean + withoutFrameworkParameters(query);
}

function splitTarget(target: string) {
  const [beforeFragment = ''] = target.split('#', 1);
  const question = beforeFragment.indexOf('?');
  const path = question === -1 ? beforeFragment : beforeFragment.slice(0, question);
  return {
    path: path.replace(/^https?:\/\/[^/]*/i, '') || '/',
    query: question === -1 ? '' : beforeFragment.slice(question),
  };
}

function isRoutable(path: string): boolean {
  try {
    const decoded = decodeURIComponent(path);
    if (decoded.includes('\0')) return false;
    return !FRAMEWORK_PATH.test(decoded) && !DOT_SEGMENT.test(decoded);
  } catch {
    return false;
  }
}

function withoutFrameworkParameters(query: string): string {
  if (!FRAMEWORK_PARAMETER.test(query.slice(1))) return query;
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => !FRAMEWORK_PARAMETER.test(pair));
  return `?${kept.join('&')}`;
}
