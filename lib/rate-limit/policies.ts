/** How many points somebody may use up in how long. */
export interface Quota {
  readonly points: number;
  readonly seconds: number;
}

/** A limit as it is in force. */
export interface Policy extends Quota {
  readonly name: PolicyName;
}

/** Every limit of the program, with what each of its points stands for. */
export const DEFAULT_QUOTAS = {
  /** A request for a page of a document, by a visitor: generous, since whole hospitals share one address. */
  'document-pages': { points: 300, seconds: 60 },
  /** An answer to a visitor that there is no such link: guessing stops, and a good link costs nothing. */
  'unknown-links': { points: 30, seconds: 600 },
  /** An e-mail address tried by a visitor on a document, long before document-download-api's 50 are used up. */
  'email-confirmations': { points: 10, seconds: 300 },
  /** A link to the previews followed by a visitor, whether it lets them in or not. */
  'preview-sign-ins': { points: 30, seconds: 600 },
  /** A link checked by a member of staff. */
  'link-checks': { points: 60, seconds: 300 },
} as const satisfies Readonly<Record<string, Quota>>;

export type PolicyName = keyof typeof DEFAULT_QUOTAS;

export type Policies = Readonly<Record<PolicyName, Policy>>;

/** The quotas that operators have changed. */
export type QuotaOverrides = Readonly<Partial<Record<PolicyName, Quota | undefined>>>;

export const POLICY_NAMES = Object.keys(DEFAULT_QUOTAS) as PolicyName[];

/** `document-pages` → `DOCUMENT_PAGES` */
type Shouted<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Uppercase<Head>}_${Shouted<Rest>}`
  : Uppercase<Name>;

export type PolicyVariable = `RATE_LIMIT_${Shouted<PolicyName>}`;

/** The environment variable that changes a limit: `RATE_LIMIT_DOCUMENT_PAGES`. */
export function policyVariable(name: PolicyName): PolicyVariable {
  return `RATE_LIMIT_${name.replaceAll('-', '_').toUpperCase()}` as PolicyVariable;
}

/** Reads a quota written as `{points}/{seconds}`; null when it is none. */
export function parseQuota(text: string): Quota | null {
  const { points, seconds } = /^(?<points>\d{1,7})\/(?<seconds>\d{1,5})$/.exec(text)?.groups ?? {};
  const quota = { points: Number(points), seconds: Number(seconds) };
  return quota.points > 0 && quota.seconds > 0 ? quota : null;
}

/** Puts the limits in force. */
export function applyQuotas(overrides: QuotaOverrides = {}): Policies {
  const policies = POLICY_NAMES.map((name) => [
    name,
    { name, ...(overrides[name] ?? DEFAULT_QUOTAS[name]) },
  ]);
  return Object.fromEntries(policies) as Policies;
}
