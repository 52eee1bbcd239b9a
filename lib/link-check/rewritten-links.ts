/** A mail filter that puts links of its own in place of those in a mail, to check them when they are opened. */
export interface Rewriter {
  /** As its users know it. */
  readonly name: string;
  /** Whether the original link cannot be found in its own. */
  readonly hidesLink: boolean;
}

const REWRITERS: readonly (Rewriter & { readonly host: RegExp })[] = [
  {
    name: 'Microsoft Safe Links',
    hidesLink: false,
    host: /(?:safelinks\.protection\.\w|\.office\.net$)/,
  },
  {
    name: 'Proofpoint URL Defense',
    hidesLink: false,
    host: /(?:^|\.)urldefense\.(?:proofpoint\.)?com$/,
  },
  { name: 'Mimecast', hidesLink: true, host: /(?:\.mimecast|\.mimecastprotect)\.com$/ },
  { name: 'Google', hidesLink: false, host: /(?:^|\.)google\.(?:com|co\.uk)$/ },
  { name: 'Barracuda', hidesLink: false, host: /(?:^|\.)cudasvc\.com$/ },
  { name: 'Cisco Secure Email', hidesLink: false, host: /^secure-web\.cisco\.com$/ },
  { name: 'Sophos Email', hidesLink: false, host: /(?:^|\.)protection\.sophos\.com$/ },
  { name: 'Trellix Email Security', hidesLink: false, host: /(?:^|\.)fireeye\.com$/ },
  { name: 'Trend Micro', hidesLink: false, host: /(?:^|\.)trendmicro\.(?:com|eu)$/ },
  { name: 'INKY', hidesLink: true, host: /(?:^|\.)inky\.com$/ },
];

const HOST = /https?:\/+(?<host>[\w.-]{1,253})/gi;

/** The first mail filter whose links are in a text. */
export function findRewriter(text: string): Rewriter | null {
  const hosts = [...text.matchAll(HOST)].map(({ groups }) => groups?.['host']?.toLowerCase() ?? '');
  const found = hosts.flatMap((host) => REWRITERS.filter((rewriter) => rewriter.host.test(host)));
  return found[0] ?? null;
}

const URL_DEFENCE_2 = /\/v2\/url\?u=(?<link>[\w.-]+)\S*/gi;
const URL_DEFENCE_3 = /\/v3\/__\S*/gi;
const SOPHOS = /\.sophos\.com\/?\?\S*/gi;
const SOPHOS_LINK = /\bu=(?<link>[\w+/=-]+)/i;

/** Version 2 writes `-3A` for `%3A`, and `_` for `/`. */
export function decodeUrlDefence2(text: string): string {
  return text.replace(URL_DEFENCE_2, (_, link: string) => {
    const encoded = link.replaceAll('-', '%').replaceAll('_', '/');
    return ` ${decode(() => decodeURIComponent(encoded))} `;
  });
}

/** Version 3 sets the link between `__`; what it moves to the end are characters that ours never have. */
export function decodeUrlDefence3(text: string): string {
  return text.replace(URL_DEFENCE_3, (whole) => {
    const end = whole.indexOf('__;');
    return end === -1 ? whole : ` ${whole.slice('/v3/__'.length, end)} `;
  });
}

/** Sophos writes the link in base64. */
export function decodeSophos(text: string): string {
  return text.replace(SOPHOS, (whole) => {
    const link = SOPHOS_LINK.exec(whole)?.groups?.['link'];
    if (link === undefined) return whole;
    const base64 = decode(() => decodeURIComponent(link));
    return ` ${Buffer.from(base64, 'base64').toString('utf8')} `;
  });
}

function decode(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
