import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask } from '#tests/support/ask.ts';
import { readRemaining } from '#tests/support/read-limits.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import { whileStoreAnswers } from '#tests/support/while-store-answers.ts';

const PAGES = 1_000;

let sandbox: Sandbox;
/** By how many proxies it trusts. */
let instances: [App, App, App];

beforeAll(async () => {
  sandbox = await startSandbox();
  const start = (count: number) =>
    startInstance({
      sandbox,
      environment: {
        TRUSTED_PROXY_COUNT: String(count),
        RATE_LIMIT_DOCUMENT_PAGES: `${PAGES}/300`,
      },
    });
  instances = await Promise.all([start(0), start(1), start(2)]);
});
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await sandbox.close();
});

/**
 * How many visitors an instance takes the senders of these headers for: who is the same as the last one
 * has one page less. Others have as many pages left as the last one, so they must not have been here.
 *
 * @param forwardedFor the headers, of others at each try
 */
async function countVisitors(
  app: App,
  forwardedFor: (tryNumber: number) => readonly string[],
): Promise<number> {
  let tryNumber = 0;
  const remaining = await whileStoreAnswers([app], () => {
    tryNumber += 1;
    return remainingOfEach(app, forwardedFor(tryNumber));
  });
  return remaining.filter((left, index) => left + 1 !== remaining[index - 1]).length;
}

async function remainingOfEach(app: App, forwardedFor: readonly string[]): Promise<number[]> {
  const remaining: number[] = [];
  for (const addresses of forwardedFor) {
    const headers = { 'X-Forwarded-For': addresses };
    const answer = await ask(app.url + landingPath(samples.pdf), { headers });
    remaining.push(readRemaining(answer.headers)['document-pages'] ?? NaN);
  }
  return remaining;
}

const FORGED = ['203.0.113.1', '203.0.113.2', '2001:db8::1', 'unknown', '', '127.0.0.1', ', ,'];
const forgedBefore = (real: string) => () => FORGED.map((forged) => `${forged}, ${real}`);

describe('a visitor who forges X-Forwarded-For stays one visitor', () => {
  it('where no proxy is in front', async () => {
    expect(await countVisitors(instances[0], () => FORGED)).toBe(1);
  });

  it('behind one proxy', async () => {
    expect(await countVisitors(instances[1], forgedBefore('198.51.100.7'))).toBe(1);
  });

  it('behind two proxies', async () => {
    expect(await countVisitors(instances[2], forgedBefore('198.51.100.8, 10.0.0.1'))).toBe(1);
  });

  it('who has gone past the first of two proxies', async () => {
    const past = Array<string>(3).fill('198.51.100.9');
    expect(await countVisitors(instances[2], () => past)).toBe(1);
  });
});

describe('visitors behind proxies', () => {
  it.each([
    [1, ['198.51.10x.20', '198.51.10x.21', '2001:db8:10x:1::1', '2001:db8:10x:2::1']],
    [2, ['198.51.10x.30, 10.0.0.1', '198.51.10x.31, 10.0.0.1', '2001:db8:10x:1::1, 10.0.0.2']],
  ] as const)('are told apart: %i in front', async (count, headers) => {
    const newcomers = (tryNumber: number) =>
      headers.map((addresses) => addresses.replace('x', String(tryNumber)));
    expect(await countVisitors(instances[count], newcomers)).toBe(headers.length);
  });

  it('are one by IPv6 when their first 64 bits are the same, however they are written', async () => {
    const spellings = [
      '2001:db8:3:4::1',
      '2001:db8:3:4:ffff:ffff:ffff:ffff',
      '2001:0DB8:0003:0004:1:2:3:4',
      '[2001:db8:3:4::7]:4711',
      '2001:db8:3:4::8%eth0',
    ];
    expect(await countVisitors(instances[1], () => spellings)).toBe(1);
  });

  it('are one by IPv4 when it is the same, however it is written', async () => {
    const spellings = ['198.51.100.40', '::ffff:198.51.100.40', '198.51.100.40:4711'];
    expect(await countVisitors(instances[1], () => spellings)).toBe(1);
  });
});
