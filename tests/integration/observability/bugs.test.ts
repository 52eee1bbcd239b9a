import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { openPage } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { readLogLines } from '#tests/support/log-lines.ts';
import { scrape } from '#tests/support/read-metrics.ts';
import { downloadPath, landingPath } from '#tests/support/sample-paths.ts';
import { startStandIn, type StandIn } from '#tests/support/stand-in.ts';
import { startWorld, type World } from '#tests/support/start-world.ts';

const brokenCalendar = resolve(import.meta.dirname, '../../support/broken-calendar.ts');
const TRACE_ID = 'the-trace-of-a-bug';
const sample = samples['expires-in-31-days'];

let sentry: StandIn;
let collector: StandIn;
let world: World;

beforeAll(async () => {
  sentry = await startStandIn((response) => response.end('{}'));
  collector = await startStandIn((response) => response.end('{}'));
  world = await startWorld({
    environment: {
      NODE_OPTIONS: `--import=${brokenCalendar}`,
      SENTRY_ENABLED: '1',
      SENTRY_DSN: `${sentry.baseUrl.replace('//', '//key@')}/42`,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.baseUrl,
    },
  });
});
afterAll(async () => {
  await world.stop();
  await sentry.close();
  await collector.close();
});

it('an error of the program becomes a page, a log line, a count and a report, with one reference', async () => {
  const headers = { 'X-B3-TraceId': TRACE_ID };
  const page = await openPage(world.app.url + downloadPath(sample), { headers });
  expect(page.status).toBe(500);
  expect(page.heading).toBe('Sorry, there’s a problem with the service');
  const [reference = 'none'] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.html) ?? [];

  await eventually(() => sentry.calls.length > 0);
  const lines = readLogLines(world.app.output()).filter(({ requestId }) => requestId === TRACE_ID);
  expect(lines).toMatchObject([
    { name: 'app', levelname: 'ERROR', message: 'A page failed', reference },
    { name: 'app.request', levelname: 'WARNING', status: 500, reference, outcome: 'bug' },
  ]);
  expect(lines[0]?.['exc_info']).toMatch(/^RangeError: no calendar for \[redacted\]\n {4}at /);

  const metrics = await scrape(world.app.url);
  expect(metrics.sum('http_server_exceptions_total', { error: 'RangeError' })).toBe(1);
  expect(metrics.sum('document_download_pages_total', { outcome: 'bug' })).toBe(1);

  const [, , event = ''] = sentry.calls[0]?.body.split('\n') ?? [];
  expect(JSON.parse(event)).toMatchObject({
    tags: { requestId: TRACE_ID, reference },
    exception: { values: [{ type: 'RangeError', value: 'no calendar for [redacted]' }] },
  });

  const everything = world.app.output() + metrics.text + JSON.stringify(sentry.calls);
  expect(everything).not.toContain('someone@');
  expect(everything).not.toContain(sample.key);
});

it('spans of pages and their calls reach the collector, named as the calls were', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  world.sandbox.clearCalls();
  await openPage(world.app.url + landingPath(samples.csv), { headers });
  const calls = world.sandbox.calls.map((call) => call.headers);
  for (const sent of calls) {
    const spanId = String(sent['x-b3-spanid']);
    expect(sent).toMatchObject({
      'x-b3-traceid': traceId,
      traceparent: `00-${traceId}-${spanId}-01`,
    });
    await eventually(() => collector.calls.some(({ body }) => body.includes(spanId)));
  }
  expect(calls.length).toBeGreaterThan(0);
  expect(JSON.stringify(collector.calls)).not.toContain(samples.csv.key);
});
