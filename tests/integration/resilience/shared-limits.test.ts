import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { ask } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { readRemaining } from '#tests/support/read-limits.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import { formPath, landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { startInstance } from '#tests/support/start-instance.ts';
import { whileStoreAnswers } from '#tests/support/while-store-answers.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';

const PAGES = 20;

let sandbox: Sandbox;
let redis: RedisServer;
let instances: [App, App];

const start = () =>
  startInstance({
    sandbox,
    redisUrl: redis.url,
    environment: { RATE_LIMIT_DOCUMENT_PAGES: `${PAGES}/60` },
  });

beforeAll(async () => {
  sandbox = await startSandbox();
  redis = await startRedisServer();
  instances = await Promise.all([start(), start()]);
});
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await redis.stop();
  await sandbox.close();
});

const visit = ({ url }: App, address: string) =>
  ask(url + landingPath(samples.pdf), visitFrom(address));

/** How many more pages a visitor may see after this one. */
async function remainingAfterVisit(app: App, address: string): Promise<number | undefined> {
  const { headers } = await visit(app, address);
  return readRemaining(headers)['document-pages'];
}

describe('instances that share Redis', () => {
  it('grant a burst at both not one page too many and not one too few', async () => {
    const answers = await whileStoreAnswers(instances, () => {
      const address = newVisitor();
      const burst = instances.flatMap((app) =>
        Array.from({ length: PAGES }, () => visit(app, address)),
      );
      return Promise.all(burst);
    });
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(PAGES);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(PAGES);
  });

  it('share the count of a visitor from the very first page of an instance on', async () => {
    // A newcomer may meet a Redis that is late, on a busy machine: then there is another one.
    await eventually(async () => {
      const address = newVisitor();
      const atFirst = await remainingAfterVisit(instances[0], address);
      const newcomer = await start();
      const atNewcomer = await remainingAfterVisit(newcomer, address);
      await newcomer.stop();
      return atFirst === PAGES - 1 && atNewcomer === PAGES - 2;
    });
  });

  it('share no count of two visitors', async () => {
    await visit(instances[0], newVisitor());
    expect(await remainingAfterVisit(instances[1], newVisitor())).toBe(PAGES - 1);
  });

  it('leave nothing in Redis that tells of a visitor, a document or its key', async () => {
    const { serviceId, documentId, key } = samples['asks-for-email'];
    const address = newVisitor();
    const form = instances[0].url + formPath(samples['asks-for-email']);
    await whileStoreAnswers(instances, () => ask(form, { method: 'POST', ...visitFrom(address) }));
    const keys = (await redis.ask('keys', '*')) as string[];
    const counts = keys.filter((name) => name.startsWith('document-download:limit:'));
    for (const limit of ['document-pages', 'email-confirmations']) {
      expect(counts.join()).toContain(limit);
    }
    for (const secret of [address, documentId, key]) expect(keys.join()).not.toContain(secret);
    expect(counts.join()).not.toContain(serviceId);
    for (const count of counts) expect(await redis.ask('ttl', count)).toBeGreaterThan(0);
  });
});
