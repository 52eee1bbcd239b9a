import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import { SAMPLE_EMAIL_ADDRESS, samples } from '#sandbox/samples.ts';
import { benchDocuments } from './rig/bench-documents.ts';
import type { Store } from './rig/store.ts';

/** Requests of one kind, again and again. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly method: 'GET' | 'POST';
  /** Asked for in turns. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
}

export type ScenarioName = keyof typeof SCENARIOS;

/** As a browser sends them; the program reads some of them. */
const BROWSER_HEADERS = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Encoding': 'gzip, deflate, br',
  'Accept-Language': 'en-GB,en;q=0.9',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36',
  'X-Forwarded-For': '192.0.2.1',
};

/** A visitor who has asked for so many links that do not exist that none is answered any more. */
export const REFUSED_VISITOR = { 'X-Forwarded-For': '198.51.100.1' };

const landing = samples.pdf.path;
const page = (path: string, name: string) => path.replace('?', `/${name}?`);

/** What visitors do, by the names of the table. */
const SCENARIOS = {
  landing: { paths: [landing] },
  'e-mail form': { paths: [page(samples['asks-for-email'].path, 'confirm-email-address')] },
  'form post': {
    method: 'POST',
    paths: benchDocuments.map(
      ({ serviceId, documentId, key }) =>
        `/d/${encodeUuid(serviceId)}/${encodeUuid(documentId)}/confirm-email-address?key=${key}`,
    ),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
    },
    body: new URLSearchParams({ email_address: SAMPLE_EMAIL_ADDRESS }).toString(),
    status: 302,
  },
  'download page': { paths: [page(landing, 'download')] },
  '404': { paths: ['/no/such/page'], status: 404 },
  '429': { paths: [landing], headers: REFUSED_VISITOR, status: 429 },
  '/_status': { paths: ['/_status'] },
} as const satisfies Readonly<Record<string, Omit<Partial<Scenario>, 'name'>>>;

/** All scenarios, in the order of the table. */
export const scenarios: readonly Scenario[] = Object.entries<Omit<Partial<Scenario>, 'name'>>(
  SCENARIOS,
).map(([name, { headers, ...others }]) => ({
  method: 'GET',
  paths: [],
  body: '',
  status: 200,
  ...others,
  name: name as ScenarioName,
  headers: { ...BROWSER_HEADERS, ...headers },
}));

/**
 * Those of them that have a certain answer with a store. A worker at saturation does not always wait
 * for the memory of its machine: it then counts by itself, and lets in whom the machine refuses.
 */
export function scenariosWith(store: Store, all: readonly Scenario[]): readonly Scenario[] {
  return store === 'redis' ? all : all.filter(({ name }) => name !== '429');
}

/** @throws where there is none of that name */
export function scenario(name: ScenarioName): Scenario {
  const found = scenarios.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no scenario ${name}`);
  return found;
}
