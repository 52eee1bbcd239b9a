import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import { ask } from '../ask.ts';
import { unlessProblems, type Check } from '../check.ts';

/** Enough to meet every instance behind a balancer that asks them in turn. */
const REQUESTS = 6;

/** While Redis is late, which is no matter of settings, instances count apart; so often we look again. */
const TRIES = 3;
const BETWEEN_TRIES_MS = 400;

/** What the program says of the limit on pages of documents, while it is not reached. */
const REMAINING = /"document-pages";r=(?<remaining>\d+)/;

/**
 * Requests are counted, by all instances together, and under an address that the visitor cannot choose.
 * The pages that are asked for have no key, so no API is asked and no limit on guessing counts them.
 */
export const checkLimits: Check = {
  name: 'limits',
  async examine({ url }) {
    const page = `${url}/d/${encodeUuid(crypto.randomUUID())}/${encodeUuid(crypto.randomUUID())}`;
    let problems = await findProblems(page);
    for (let number = 2; number <= TRIES && problems.length > 0; number += 1) {
      await wait(BETWEEN_TRIES_MS);
      problems = await findProblems(page);
    }
    return unlessProblems(problems, 'counted once, by all instances together');
  },
};

/** A period may end in between, after which more remains: then it is found at the next try. */
async function findProblems(page: string): Promise<readonly string[]> {
  const [first, last] = await countDown(page);
  if (Number.isNaN(first)) return ['requests are not counted'];
  const problems: string[] = [];
  if (first - last < REQUESTS - 1) problems.push('instances count apart');
  if ((await remaining(page, madeUpAddress())) >= last) {
    problems.push('visitors choose their address: TRUSTED_PROXY_COUNT is too high');
  }
  return problems;
}

/** What remains after the first and after the last of several requests. */
async function countDown(page: string): Promise<[first: number, last: number]> {
  const first = await remaining(page);
  let last = first;
  for (let request = 1; request < REQUESTS; request += 1) last = await remaining(page);
  return [first, last];
}

async function remaining(page: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await ask(page, { headers });
  return Number(REMAINING.exec(answer.headers.get('RateLimit') ?? '')?.groups?.['remaining']);
}

/** Of a network that is nobody's (RFC 2544). */
function madeUpAddress(): Record<string, string> {
  const [third = 0, fourth = 0] = randomBytes(2);
  return { 'X-Forwarded-For': `198.18.${third}.${fourth}` };
}
