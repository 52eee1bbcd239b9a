/** An answer as MDN HTTP Observatory looks at it. */
interface Answer {
  readonly headers: Headers;
  readonly html: string;
  /** The sources of each directive of the Content-Security-Policy. */
  readonly policy: ReadonlyMap<string, readonly string[]>;
  /** The parts of each cookie that is set, in lower case. */
  readonly cookies: readonly (readonly string[])[];
}

type Outcome = readonly [name: string, points: number, when: (answer: Answer) => boolean];

/** What an answer scores by one rule. */
export interface Finding {
  readonly name: string;
  readonly points: number;
}

const SIX_MONTHS_IN_SECONDS = 15_768_000;

const BROAD = /^(?:ftp:|http:|https:|\*|https?:\/\/\*(?:\.\*)?)$/;
const BROAD_OR_INLINE = /^(?:'unsafe-inline'|data:)$|^(?:ftp:|http:|https:|\*|https?:\/\/\*)/;
const PRIVATE = /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/;
const FOREIGN_SCRIPT = /<script\b[^>]*\bsrc="(?:[a-z]+:)?\/\//i;

const otherwise = () => true;

/**
 * The rules by which MDN HTTP Observatory scores (its SCORE_TABLE and analyzers, as of 2026), of each
 * the first outcome that applies. What an answer alone cannot tell is left out: the redirect from
 * plain HTTP, which is the proxy's, and the preload list, which is a domain's. Every answer counts as
 * one that came over HTTPS.
 */
const RULES: readonly (readonly Outcome[])[] = [
  [
    ['csp-not-implemented', -25, ({ policy }) => policy.size === 0],
    [
      'csp-implemented-with-unsafe-inline',
      -20,
      ({ policy }) =>
        sourcesOf(policy, 'script-src').some((source) => BROAD_OR_INLINE.test(source)) ||
        sourcesOf(policy, 'object-src').some((source) => BROAD.test(source)),
    ],
    [
      'csp-implemented-with-insecure-scheme',
      -20,
      ({ policy }) => [...policy.values()].flat().some((source) => /^(?:http|ftp):/.test(source)),
    ],
    [
      'csp-implemented-with-unsafe-eval',
      -10,
      ({ policy }) =>
        ['script-src', 'style-src'].some((name) =>
          sourcesOf(policy, name).includes("'unsafe-eval'"),
        ),
    ],
    [
      'csp-implemented-with-unsafe-inline-in-style-src-only',
      0,
      ({ policy }) => sourcesOf(policy, 'style-src').some((source) => BROAD_OR_INLINE.test(source)),
    ],
    [
      'csp-implemented-with-no-unsafe-default-src-none',
      10,
      ({ policy }) => policy.get('default-src')?.join() === "'none'",
    ],
    ['csp-implemented-with-no-unsafe', 5, otherwise],
  ],
  [
    ['cookies-not-found', 0, ({ cookies }) => cookies.length === 0],
    [
      'cookies-session-without-httponly-flag',
      -30,
      ({ cookies }) => cookies.some((cookie) => isSession(cookie) && !cookie.includes('httponly')),
    ],
    [
      'cookies-session-without-secure-flag-but-protected-by-hsts',
      -10,
      ({ cookies }) => cookies.some((cookie) => isSession(cookie) && !cookie.includes('secure')),
    ],
    [
      'cookies-without-secure-flag-but-protected-by-hsts',
      -5,
      ({ cookies }) => cookies.some((cookie) => !cookie.includes('secure')),
    ],
    [
      'cookies-secure-with-httponly-sessions',
      0,
      ({ cookies }) =>
        cookies.some((cookie) => !/;samesite=(?:lax|strict)\b/.test(cookie.join(';'))),
    ],
    ['cookies-secure-with-httponly-sessions-and-samesite', 5, otherwise],
  ],
  [
    [
      'cross-origin-resource-sharing-implemented-with-universal-access',
      -50,
      ({ headers }) =>
        headers.has('access-control-allow-origin') &&
        headers.has('access-control-allow-credentials'),
    ],
    ['cross-origin-resource-sharing-not-implemented', 0, otherwise],
  ],
  [
    ['referrer-policy-not-implemented', 0, ({ headers }) => !headers.has('referrer-policy')],
    ['referrer-policy-private', 5, matches('referrer-policy', PRIVATE)],
    ['referrer-policy-unsafe', -5, otherwise],
  ],
  [
    ['hsts-not-implemented', -20, ({ headers }) => !headers.has('strict-transport-security')],
    [
      'hsts-implemented-max-age-less-than-six-months',
      -10,
      ({ headers }) => maxAgeOf(headers) < SIX_MONTHS_IN_SECONDS,
    ],
    [
      'hsts-implemented-max-age-at-least-six-months',
      0,
      ({ headers }) => maxAgeOf(headers) >= SIX_MONTHS_IN_SECONDS,
    ],
    ['hsts-header-invalid', -20, otherwise],
  ],
  [
    [
      'sri-not-implemented-but-external-scripts-loaded-securely',
      -5,
      ({ html }) => FOREIGN_SCRIPT.test(html),
    ],
    ['sri-not-implemented-but-all-scripts-loaded-from-secure-origin', 0, otherwise],
  ],
  [
    ['x-content-type-options-nosniff', 0, matches('x-content-type-options', /^nosniff$/)],
    ['x-content-type-options-not-implemented', -5, otherwise],
  ],
  [
    [
      'x-frame-options-implemented-via-csp',
      5,
      ({ policy }) => policy.get('frame-ancestors')?.some((source) => BROAD.test(source)) === false,
    ],
    ['x-frame-options-sameorigin-or-deny', 0, matches('x-frame-options', /^(?:deny|sameorigin)$/i)],
    ['x-frame-options-not-implemented', -20, otherwise],
  ],
  [
    [
      'cross-origin-resource-policy-implemented-with-same-origin',
      10,
      matches('cross-origin-resource-policy', /^same-(?:origin|site)$/),
    ],
    ['cross-origin-resource-policy-not-implemented', 0, otherwise],
  ],
];

const START = 100;
/** Without so much after all deductions there is no bonus. */
const LEAST_FOR_BONUS = 90;

/** The score of an answer; 100 and more is an A+. */
export function scoreAnswer(headers: Headers, html: string) {
  const answer = {
    headers,
    html,
    policy: parsePolicy(headers.get('content-security-policy') ?? ''),
    cookies: headers.getSetCookie().map((cookie) => cookie.toLowerCase().split(/;\s*/)),
  };
  const findings = RULES.map((outcomes) => judge(outcomes, answer));
  const points = findings.map((finding) => finding.points);
  const afterDeductions = START + sum(points.filter((point) => point < 0));
  const bonus = afterDeductions >= LEAST_FOR_BONUS ? sum(points.filter((point) => point > 0)) : 0;
  return { score: Math.max(0, afterDeductions + bonus), findings };
}

function judge(outcomes: readonly Outcome[], answer: Answer): Finding {
  const [name, points] = outcomes.find(([, , when]) => when(answer)) ?? ['no-rule-applies', NaN];
  return { name, points };
}

function parsePolicy(header: string): Map<string, string[]> {
  const directives = header.split(';').map((part) => part.trim().toLowerCase().split(/\s+/));
  return new Map(
    directives.flatMap(([name, ...sources]) => (name ? [[name, sources] as const] : [])),
  );
}

function sourcesOf(policy: Answer['policy'], directive: string): readonly string[] {
  return policy.get(directive) ?? policy.get('default-src') ?? ['*'];
}

function matches(header: string, pattern: RegExp) {
  return ({ headers }: Answer): boolean => pattern.test(headers.get(header) ?? '');
}

function isSession(cookie: readonly string[]): boolean {
  return !cookie.some((part) => /^(?:max-age|expires)=/.test(part));
}

/** In seconds; NaN where the header names none. */
function maxAgeOf(headers: Headers): number {
  return Number(/^max-age=(\d+)\b/.exec(headers.get('strict-transport-security') ?? '')?.[1]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
