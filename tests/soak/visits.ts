import { readdirSync } from 'node:fs';
import { SAMPLE_EMAIL_ADDRESS, samples } from '#sandbox/samples.ts';
import { ask } from '#tests/support/ask.ts';
import type { FreshSample } from '#tests/support/fresh-samples.ts';
import { cookieHeader } from '#tests/support/read-cookies.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { newVisitor } from '#tests/support/visitors.ts';

/** What a visitor does; resolves with the statuses of the answers. */
export type Visit = () => Promise<readonly number[]>;

/**
 * What visitors of the program at `url` do, each as often as the next.
 * @param documents ask for an e-mail address
 */
export function createVisits(url: string, documents: readonly FreshSample[]): readonly Visit[] {
  const open = (...paths: readonly string[]) => openPages(paths.map((path) => url + path));
  const take = takeInTurn(documents);
  return [
    open(landingPath(samples.pdf)),
    open(landingPath(samples['welsh-service'], { lang: 'cy' }), `/assets/${stylesheet()}`),
    open(landingPath(samples.csv), downloadPath(samples.csv)),
    open(landingPath(samples.expired)),
    open(landingPath(samples['wrong-key'])),
    open(landingPath(samples['unknown-service'])),
    open('/d/no/link?key=none', '/nothing-here'),
    open('/_status', '/cookies'),
    () => open(landingPath(take()))(),
    () => confirm(url, take(), 'someone.else@example.gov.uk'),
    () => confirm(url, take(), SAMPLE_EMAIL_ADDRESS),
  ];
}

function openPages(urls: readonly string[]): Visit {
  return async () => {
    const headers = { 'X-Forwarded-For': newVisitor() };
    const statuses: number[] = [];
    for (const url of urls) statuses.push((await read(url, { headers })).status);
    return statuses;
  };
}

/** Opens the form, sends it, and goes on as the answer says. */
async function confirm(
  url: string,
  document: FreshSample,
  emailAddress: string,
): Promise<readonly number[]> {
  const headers = { 'X-Forwarded-For': newVisitor() };
  const form = await read(url + formPath(document), { headers });
  const answer = await read(url + formPath(document), {
    method: 'POST',
    body: new URLSearchParams({ email_address: emailAddress }),
    headers: { ...headers, 'Sec-Fetch-Site': 'same-origin' },
  });
  if (answer.status !== 302) return [form.status, answer.status];
  const Cookie = cookieHeader(answer.headers);
  const page = await read(url + downloadPath(document), { headers: { ...headers, Cookie } });
  return [form.status, answer.status, page.status];
}

/** Takes the whole answer, as browsers do. */
async function read(url: string, init: RequestInit): Promise<Response> {
  const answer = await ask(url, init);
  await answer.arrayBuffer();
  return answer;
}

function takeInTurn<Item>(items: readonly Item[]): () => Item {
  let index = 0;
  return () => {
    const item = items[index % items.length];
    if (item === undefined) throw new RangeError('nothing to take');
    index += 1;
    return item;
  };
}

function stylesheet(): string {
  return readdirSync('public/assets').find((name) => name.endsWith('.css')) ?? '';
}
