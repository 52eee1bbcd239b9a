import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask } from '#tests/support/ask.ts';
import { readRemaining } from '#tests/support/read-limits.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';

const PAGES = 100;

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

/** How many visitors an instance takes the senders of these headers for. */
async function countVisitors(app: App, forwardedFor: readonly string[]): Promise<number> {
  const remaining: (number | undefined)[] = [];
  for (const addresses of forwardedFor) {
    const headers = { 'X-Forwarded-For': addresses };
    const answer = await ask(app.url + landingPath(samples.pdf), { headers });
    remaining.push(readRemaining(answer.headers)['document-pages']);
  }
  return remaining.filter((left) => left === PAGES - 1).length;
}

const FORGED = ['203.0.113.1', '203.0.113.2', '2001:db8::1', 'unknown', '', '127.0.0.1', ', ,'];
const forgedBefore = (real: string) => FORGED.map((forged) => `${forged}, ${real}`);

describe('a visitor who forges X-Forwarded-For stays one visitor', () => {
  it('where no proxy is in front', async () => {
    expect(await countVisitors(instances[0], FORGED)).toBe(1);
  });

  it('behind one proxy', async () => {
    expect(await countVisitors(instances[1], forgedBefore('198.51.100.7'))).toBe(1);
  });

  it('behind two proxies', async () => {
    expect(await countVisitors(instances[2], forgedBefore('198.51.100.8, 10.0.0.1'))).toBe(1);
  });

  it('who has gone past the first of two proxies', async () => {
    const past = Array<string>(3).fill('198.51.100.9');
    expect(await countVisitors(instances[2], past)).toBe(1);
  });
});

describe('visitors behind proxies', () => {
  it.each([
    [1, ['198.51.100.20', '198.51.100.21', '2001:db8:1:1::1', '2001:db8:1:2::1']],
    [2, ['198.51.100.30, 10.0.0.1', '198.51.100.31, 10.0.0.1', '2001:db8:2:1::1, 10.0.0.2']],
  ] as const)('are told apart: %i in front', async (count, headers) => {
    expect(await countVisitors(instances[count], headers)).toBe(headers.length);
  });

  it('are one by IPv6 when their first 64 bits are the same, however they are written', async () => {
    const spellings = [
      '2001:db8:3:4::1',
      '2001:db8:3:4:ffff:ffff:ffff:ffff',
      '2001:0DB8:0003:0004:1:2:3:4',
      '[2001:db8:3:4::7]:4711',
      '2001:db8:3:4::8%eth0',
    ];
    expect(await countVisitors(instances[1], spellings)).toBe(1);
  });

  it('are one by IPv4 when it is the same, however it is written', async () => {
    const spellings = ['198.51.100.40', '::ffff:198.51.100.40', '198.51.100.40:4711'];
    expect(await countVisitors(instances[1], spellings)).toBe(1);
  });
});
