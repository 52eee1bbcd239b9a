/** A cookie as an answer sets it. */
export interface ReadCookie {
  readonly value: string;
  /** As they are written, in order. */
  readonly attributes: readonly string[];
}

/** The cookies that an answer sets, by name. */
export function readCookies(headers: Headers): Readonly<Record<string, ReadCookie>> {
  return Object.fromEntries(headers.getSetCookie().map(parseCookie));
}

/** What a browser sends back that minds no path. */
export function cookieHeader(headers: Headers): string {
  return Object.entries(readCookies(headers))
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ');
}

function parseCookie(header: string): [string, ReadCookie] {
  const [pair = '', ...attributes] = header.split('; ');
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals), { value: pair.slice(equals + 1), attributes }];
}
