/** One part of a page's address: fixed, a parameter, or all that follows. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'rest'; readonly name: string; readonly mayBeEmpty: boolean };

/** What an address says of the parameters of its page. */
export type RouteParams = Readonly<Record<string, string | readonly string[]>>;

/** A page that takes an address. */
export interface RouteMatch<Page> {
  readonly page: Page;
  readonly params: RouteParams;
}

const PARAMETER = /^\[(?<name>\w+)\]$/;
const REST = /^\[?\[\.{3}(?<name>\w+)\]\]?$/;

/**
 * Finds the page of an address, by the patterns of Next's `app` folder: `[one]`, `[...all]`,
 * `[[...allOrNone]]`.
 */
export class RouteTable<Page> {
  readonly #fixed = new Map<string, Page>();
  readonly #varying: { readonly parts: readonly Part[]; readonly page: Page }[] = [];

  /** @param pages by pattern; of those with parameters the first that fits takes an address */
  constructor(pages: Iterable<readonly [pattern: string, page: Page]>) {
    for (const [pattern, page] of pages) {
      if (pattern.includes('[')) this.#varying.push({ parts: readPattern(pattern), page });
      else this.#fixed.set(pattern, page);
    }
  }

  /** The page that takes a path, and what the path says, decoded; null where there is none. */
  find(path: string): RouteMatch<Page> | null {
    const page = this.#fixed.get(path.includes('%') ? decodeURIComponent(path) : path);
    if (page !== undefined) return { page, params: {} };
    const segments = path.split('/').slice(1).filter(Boolean).map(decodeURIComponent);
    for (const { parts, page } of this.#varying) {
      const params = matchParts(parts, segments);
      if (params !== null) return { page, params };
    }
    return null;
  }
}

function readPattern(pattern: string): Part[] {
  return pattern.split('/').slice(1).map(readPart);
}

function readPart(text: string): Part {
  const rest = REST.exec(text)?.groups?.['name'];
  if (rest !== undefined) return { kind: 'rest', name: rest, mayBeEmpty: text.startsWith('[[') };
  const name = PARAMETER.exec(text)?.groups?.['name'];
  return name === undefined ? { kind: 'text', text } : { kind: 'parameter', name };
}

function matchParts(parts: readonly Part[], segments: readonly string[]): RouteParams | null {
  const params: Record<string, string | readonly string[]> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index];
    if (part.kind === 'rest') {
      if (segment !== undefined) params[part.name] = segments.slice(index);
      return segment !== undefined || part.mayBeEmpty ? params : null;
    }
    if (segment === undefined) return null;
    if (part.kind === 'parameter') params[part.name] = segment;
    else if (part.text !== segment) return null;
  }
  return segments.length === parts.length ? params : null;
}
