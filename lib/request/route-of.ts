import { decodeUuid } from '#lib/documents/uuid-base64.ts';
import { REDACTED } from '#lib/secret/secret.ts';

/** What may be said of a URL: which route takes it and whom it is about, and never its key. */
export interface Route {
  /** The route, spelled as dashboards know it (contracts, section 7). */
  readonly rule: string;
  /** The route's name in the logs, as pipelines know it; null where no route takes the URL. */
  readonly endpoint: string | null;
  /** The path, as far as it holds nothing that somebody could have put there by mistake. */
  readonly path: string;
  /** The path and what the query is about. */
  readonly url: string;
  /** UUID of the service that the URL names. */
  readonly serviceId: string | undefined;
}

type Rule = Pick<Route, 'rule' | 'endpoint'>;
type RuleOfShape = Rule & { readonly shape: RegExp };

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const DOCUMENT = /^\/d\/(?<service>[\w+-]{22}=*)\/[\w+-]{22}=*/.source;
const DOCUMENT_RULE = '/d/<base64_uuid:service_id>/<base64_uuid:document_id>';
const MOVED = `^/services/(?<uuid>${UUID})/documents/${UUID}`;
const MOVED_RULE = '/services/<uuid:service_id>/documents/<uuid:document_id>';

/** Routes with parts that vary, in the order of their traffic. */
const SHAPES: readonly RuleOfShape[] = [
  shape(`${DOCUMENT}$`, DOCUMENT_RULE, 'main.landing'),
  shape(
    `${DOCUMENT}/confirm-email-address$`,
    `${DOCUMENT_RULE}/confirm-email-address`,
    'main.confirm_email_address',
  ),
  shape(`${DOCUMENT}/download$`, `${DOCUMENT_RULE}/download`, 'main.download_document'),
  // Only names as the build makes them: somebody may have put a key there too.
  shape(
    '^/assets/[a-z\\d-]{1,40}-[A-Z\\d]{8}\\.[a-z\\d]{2,5}$',
    '/assets/<path:filename>',
    'static',
  ),
  shape(`${MOVED}$`, MOVED_RULE, 'main.services'),
  shape(`${MOVED}\\.[a-zA-Z0-9]{1,16}$`, `${MOVED_RULE}.<extension>`, 'main.services'),
  shape(`${MOVED}/check$`, `${MOVED_RULE}/check`, 'main.services'),
  shape('^/preview/[a-z-]{1,40}$', '/preview/<page>', 'preview.page'),
  shape('^/preview/[a-z-]{1,40}/side-by-side$', '/preview/<page>/side-by-side', 'preview.widths'),
];

/** Routes without such parts. */
const PLAIN: ReadonlyMap<string, Rule> = new Map(
  Object.entries({
    '/_status': 'main.status',
    '/metrics': 'metrics',
    '/cookies': 'main.cookies',
    '/preview': 'preview.index',
    '/preview/check-link': 'preview.check_link',
    '/preview/file': 'preview.file',
    '/preview/sign-out': 'preview.sign_out',
    '/security.txt': 'main.security_policy',
    '/.well-known/security.txt': 'main.security_policy',
    '/services/_status': 'main.services',
  }).map(([rule, endpoint]) => [rule, { rule, endpoint }]),
);

const NO_ROUTE: Rule = { rule: 'No endpoint', endpoint: null };

/** Every route there is: what labels and log fields may hold. */
export const rules: readonly string[] = [...PLAIN.values(), ...SHAPES, NO_ROUTE].map(
  ({ rule }) => rule,
);

const HAS_KEY = /[?&]key=[^&]/;

/**
 * Says what may be said of a URL. It is the only way by which URLs reach logs, metrics, traces and
 * error reports. Whatever does not look as our routes do is left out: it may be a link that somebody
 * mangled, with its key anywhere.
 *
 * @param target path and query as `settleUrl` gives them
 */
export function routeOf(target: string): Route {
  const question = target.indexOf('?');
  const path = decoded(question === -1 ? target : target.slice(0, question));
  const query = question === -1 ? '' : redactQuery(target);

  const plain = PLAIN.get(path);
  if (plain !== undefined) return { ...plain, path, url: path + query, serviceId: undefined };
  for (const { shape, rule, endpoint } of SHAPES) {
    const parts = shape.exec(path);
    if (parts === null) continue;
    return { rule, endpoint, path, url: path + query, serviceId: serviceOf(parts.groups) };
  }
  const hidden = `/${REDACTED}`;
  return { ...NO_ROUTE, path: hidden, url: hidden + query, serviceId: undefined };
}

function shape(pattern: string, rule: string, endpoint: string): RuleOfShape {
  return { shape: new RegExp(pattern), rule, endpoint };
}

function decoded(path: string): string {
  return path.includes('%') ? decodeURIComponent(path) : path;
}

function redactQuery(target: string): string {
  return HAS_KEY.test(target) ? `?key=${REDACTED}` : `?${REDACTED}`;
}

function serviceOf(parts: Readonly<Record<string, string>> | undefined): string | undefined {
  if (parts?.['uuid'] !== undefined) return parts['uuid'].toLowerCase();
  return decodeUuid(parts?.['service'] ?? '') ?? undefined;
}
