import { randomBytes } from 'node:crypto';
import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import { ask } from '../ask.ts';
import { unlessProblems, wrong, type Check } from '../check.ts';

/** Enough to meet every instance behind a balancer that asks them in turn. */
const REQUESTS = 6;

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
    let [first, last] = await countDown(page);
    // It rises when a period ends in between, and the next one is long enough.
    if (last > first) [first, last] = await countDown(page);
    if (Number.isNaN(first)) return wrong('requests are not counted');
    const problems: string[] = [];
    if (first - last < REQUESTS - 1) problems.push('instances count apart');
    if ((await remaining(page, madeUpAddress())) >= last) {
      problems.push('visitors choose their address: TRUSTED_PROXY_COUNT is too high');
    }
    return unlessProblems(problems, 'counted once, by all instances together');
  },
};

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
