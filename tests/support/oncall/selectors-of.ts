/** What a query reads: a metric, and which of its series. */
export interface Selector {
  readonly metric: string;
  /** The labels that its series are chosen by. */
  readonly labels: readonly string[];
  /** As the query spells it. */
  readonly text: string;
}

const GROUPING = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g;
const RANGE = /\[[^\]]*\]/g;
/** A name that is no function, since no bracket follows. */
const SELECTOR = /(?<![\w:.])(?<metric>[a-zA-Z_:][\w:]*)\b(?!\s*\()\s*(?:\{(?<matchers>[^}]*)\})?/g;
const MATCHER = /(?<label>\w+)\s*(?:=~|!~|!=|=)\s*"[^"]*"/g;
const WORDS = new Set(['and', 'or', 'unless', 'bool', 'offset', 'group_left', 'group_right']);

/** Finds what a query of Prometheus reads. */
export function selectorsOf(query: string): Selector[] {
  const bare = query.replace(GROUPING, ' ').replace(RANGE, ' ');
  return [...bare.matchAll(SELECTOR)]
    .map(({ 0: text, groups: { metric = '', matchers = '' } = {} }) => ({
      metric,
      labels: [...matchers.matchAll(MATCHER)].map(({ groups }) => groups?.['label'] ?? ''),
      text: text.trim(),
    }))
    .filter(({ metric }) => !WORDS.has(metric));
}
