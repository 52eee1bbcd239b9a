import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { openPage } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { scrape } from '#tests/support/read-metrics.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import { findCanaries } from './canaries.ts';
import { journeys } from './canary-journeys.ts';
import { startCanaryWorld, type CanaryWorld } from './canary-world.ts';

let world: CanaryWorld;
/** The headers of every call to an API. */
const apiHeaders: string[] = [];

beforeAll(async () => {
  world = await startCanaryWorld();
});
afterAll(() => world.stop());
afterEach(() => {
  apiHeaders.push(JSON.stringify(world.sandbox.calls.map(({ headers }) => headers)));
  world.sandbox.reset();
});

describe('every journey and every fault', () => {
  it.each(Object.entries(journeys))('%s', async (_, go) => {
    await go(world);
  });
});

const places: Readonly<Record<string, () => string | Promise<string>>> = {
  'standard output and error': () => world.app.output(),
  'the log file': () => world.readLogFile(),
  'reports of errors, and traces': () => JSON.stringify(world.collector.calls),
  'commands of Redis': () => world.commands.join('\n'),
  'headers to the APIs': () => apiHeaders.join('\n'),
  async metrics() {
    const headers = { Authorization: `Bearer ${world.secret('METRICS_TOKEN')}` };
    return (await scrape(world.app.url, { headers })).text;
  },
};

describe('afterwards', () => {
  beforeAll(async () => {
    // What is sent some at a time is under way for a while.
    await eventually(() => world.collector.calls.some(({ url }) => url === '/v1/traces'));
    await openPage(world.app.url + landingPath(samples.pdf));
  });

  it('traces have told of requests, calls of both APIs and commands of Redis', () => {
    const traces = world.collector.calls.filter(({ url }) => url === '/v1/traces');
    const names = traces.flatMap(({ body }) => body.match(/(?<="name":")[^"]+/g) ?? []);
    expect(names).toEqual(
      expect.arrayContaining([
        'GET /d/<base64_uuid:service_id>/<base64_uuid:document_id>',
        'notify-api get-service',
        'document-download-api check',
        'redis',
      ]),
    );
  });

  it.each(Object.entries(places))('%s: hold something, and no secret', async (_, read) => {
    const text = await read();
    expect(text.length).toBeGreaterThan(1000);
    expect(findCanaries(text, world.canaries)).toEqual([]);
  });
});
