import { Secret } from '#lib/secret/secret.ts';

/** Where one server listens. */
export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** How to reach Redis: one server, the primary that a Sentinel group names, or a Cluster. */
export type RedisSettings = RedisAccess &
  (
    | { readonly kind: 'single'; readonly node: RedisNode }
    | {
        readonly kind: 'sentinel';
        readonly sentinels: readonly RedisNode[];
        readonly primaryName: string;
        readonly sentinelPassword: Secret | undefined;
      }
    | { readonly kind: 'cluster'; readonly nodes: readonly RedisNode[] }
  );

/** What every server that holds data asks for. */
interface RedisAccess {
  readonly username: string | undefined;
  readonly password: Secret | undefined;
  readonly database: number;
  /** Present when connections are encrypted; `ca` is a certificate authority of our own, as PEM. */
  readonly tls: { readonly ca: string | undefined } | undefined;
}

/** The environment variables about Redis, as they are written. */
export interface RedisVariables {
  readonly REDIS_URL: Secret;
  readonly REDIS_MODE: RedisSettings['kind'];
  readonly REDIS_SENTINEL_NAME: string | undefined;
  readonly REDIS_SENTINEL_PASSWORD: Secret | undefined;
  readonly REDIS_TLS_CA: string | undefined;
}

/** The variables do not describe a Redis. Its text names the variable and holds none of its value. */
export class RedisSettingsError extends Error {
  override readonly name = 'RedisSettingsError';
}

/**
 * Reads how to reach Redis. `REDIS_URL` is one address, or several separated by commas: of the
 * sentinels, or of some nodes of the cluster. Protocol, credentials and database are the first one's.
 *
 * @throws {RedisSettingsError} when a variable is wrong.
 */
export function parseRedisSettings(variables: RedisVariables): RedisSettings {
  const kind = variables.REDIS_MODE;
  const [first, ...others] = variables.REDIS_URL.reveal().split(',').map(parseAddress);
  if (first === undefined) throw new RedisSettingsError('REDIS_URL is missing');
  const node = toNode(first, kind);
  const nodes = [node, ...others.map((address) => toNode(address, kind))];
  const access = readAccess(first, variables.REDIS_TLS_CA);
  switch (kind) {
    case 'single':
      if (others.length > 0) {
        throw new RedisSettingsError('REDIS_URL names several servers: set REDIS_MODE too');
      }
      return { kind, ...access, node };
    case 'sentinel':
      return { kind, ...access, sentinels: nodes, ...readGroup(variables) };
    case 'cluster':
      if (access.database !== 0) {
        throw new RedisSettingsError('REDIS_URL names a database: a cluster has none but 0');
      }
      return { kind, ...access, nodes };
  }
}

function parseAddress(text: string): URL {
  const address = URL.parse(text.trim());
  if (address === null || !/^rediss?:$/.test(address.protocol) || address.hostname === '') {
    throw new RedisSettingsError('REDIS_URL is no redis:// or rediss:// address');
  }
  return address;
}

function toNode({ hostname, port }: URL, kind: RedisSettings['kind']): RedisNode {
  const defaultPort = kind === 'sentinel' ? 26379 : 6379;
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? defaultPort : Number(port),
  };
}

function readAccess(address: URL, ca: string | undefined): RedisAccess {
  const { username, password, pathname, protocol } = address;
  if (!/^\/?\d{0,3}$/.test(pathname)) {
    throw new RedisSettingsError('REDIS_URL names a database that is no number');
  }
  const decodedPassword = decode(password);
  return {
    username: decode(username),
    password: decodedPassword === undefined ? undefined : new Secret(decodedPassword),
    database: Number(pathname.slice(1)),
    // A platform's settings page often takes one line only, so PEM may come with `\n` spelled out.
    tls: protocol === 'rediss:' ? { ca: ca?.replaceAll('\\n', '\n') } : undefined,
  };
}

function decode(part: string): string | undefined {
  try {
    return part === '' ? undefined : decodeURIComponent(part);
  } catch {
    throw new RedisSettingsError('REDIS_URL has a % in its credentials that is not written %25');
  }
}

function readGroup(variables: RedisVariables) {
  const { REDIS_SENTINEL_NAME: primaryName, REDIS_SENTINEL_PASSWORD: sentinelPassword } = variables;
  if (primaryName === undefined) {
    throw new RedisSettingsError('REDIS_SENTINEL_NAME is missing: REDIS_MODE is sentinel');
  }
  return { primaryName, sentinelPassword };
}
