import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '#sandbox/faults/fault.ts';
import { SAMPLE_EMAIL_ADDRESS, samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask, postForm } from '#tests/support/ask.ts';
import { formPath, landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';

const VISITS = 100;
/** So many calls earn a retry. */
const SAVING_VISITS = 10;

let sandbox: Sandbox;
let app: App;
/** Which calls of an API with a fault are struck, in turn. */
let strikes: readonly boolean[] = [];
let callCount = 0;

beforeAll(async () => {
  sandbox = await startSandbox({
    random: () => {
      callCount += 1;
      return strikes[callCount % strikes.length] ? 0 : 0.99;
    },
  });
  const environment = { RATE_LIMIT_DOCUMENT_PAGES: '100000/60' };
  app = await startInstance({ sandbox, environment });
});
beforeEach(() => {
  sandbox.reset();
  callCount = 0;
});
afterAll(async () => {
  await app.stop();
  await sandbox.close();
});

async function visitMany(count = VISITS): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let visit = 1; visit <= count; visit += 1) {
    statuses.push((await ask(app.url + landingPath(samples.pdf))).status);
  }
  return statuses;
}

describe('retries', () => {
  it.each<readonly [string, Fault]>([
    ['resets connections', { reset: true }],
    ['answers 503', { status: 503 }],
  ])('add at most a tenth to the calls of an API that often %s', async (_, fault) => {
    strikes = [true, false, false];
    sandbox.faults = { documents: { ...fault, rate: 0.5 } };
    await visitMany();
    expect(sandbox.counts.check).toBeGreaterThan(VISITS);
    expect(sandbox.counts.check).toBeLessThanOrEqual(VISITS * 1.1);
  });

  it('hide it from readers that an API fails now and then', async () => {
    strikes = [true, ...Array<boolean>(19).fill(false)];
    sandbox.faults = { documents: { reset: true, rate: 0.5 } };
    expect(new Set(await visitMany())).toEqual(new Set([200]));
    expect(sandbox.counts.check).toBeGreaterThan(VISITS);
  });

  it.each<readonly [string, Fault]>([
    ['resets the connection', { reset: true }],
    ['answers 503', { status: 503 }],
    ['answers 504', { status: 504 }],
  ])('are not made of an e-mail address when the API %s', async (_, fault) => {
    await visitMany(SAVING_VISITS);
    sandbox.clearCalls();
    // The link is checked first, and well.
    strikes = [false, true];
    callCount = -1;
    sandbox.faults = { documents: { ...fault, rate: 0.5 } };
    const url = app.url + formPath(samples['asks-for-email']);
    const { status } = await postForm(url, { email_address: SAMPLE_EMAIL_ADDRESS });
    expect(status).toBe(fault.status === 504 ? 504 : 503);
    expect(sandbox.counts).toMatchObject({ check: 1, authenticate: 1 });
  });
});
