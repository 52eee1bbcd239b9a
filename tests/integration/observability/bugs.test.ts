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

const preloaded = ['broken-calendar.ts', 'crash-on-signal.ts'].map((name) =>
  resolve(import.meta.dirname, '../../support', name),
);
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
      NODE_OPTIONS: preloaded.map((path) => `--import=${path}`).join(' '),
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
  // While it was answered, the first word of the store may have come.
  const linesOfPage = () =>
    readLogLines(world.app.output())
      .filter(({ requestId }) => requestId === TRACE_ID)
      .filter(({ levelname }) => levelname !== 'INFO');
  await eventually(() => linesOfPage().length === 2);
  const lines = linesOfPage();
  expect(lines).toMatchObject([
    { name: 'app', levelname: 'ERROR', message: 'A page failed', reference },
    { name: 'app.request', levelname: 'WARNING', status: 500, reference, outcome: 'bug' },
  ]);
  expect(lines[0]?.['exc_info']).toMatch(/^RangeError: no calendar for \[redacted\]\n {4}at /);

  let metrics = await scrape(world.app.url);
  await eventually(async () => {
    metrics = await scrape(world.app.url);
    return metrics.sum('document_download_pages_total', { outcome: 'bug' }) === 1;
  });
  expect(metrics.sum('http_server_exceptions_total', { error: 'RangeError' })).toBe(1);

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

/** The lines about what nobody caught, as `levelname: message, error`, since there were so many. */
function linesOfCrash(since: number): string[] {
  return readLogLines(world.app.output())
    .slice(since)
    .map(({ levelname, message, exc_info: error }) => {
      const [head] = typeof error === 'string' ? error.split('\n') : [];
      return `${String(levelname)}: ${[message, head].filter(Boolean).join(', ')}`;
    })
    .filter((line) => /nobody|careful/.test(line));
}

it('what nobody catches becomes lines of the log and reports, and the worker goes on', async () => {
  const since = readLogLines(world.app.output()).length;
  const [worker = 0] = world.app.workers();
  process.kill(worker, 'SIGUSR2');
  await eventually(() => linesOfCrash(since).length === 3);
  expect(linesOfCrash(since).toSorted()).toEqual([
    'CRITICAL: A rejection was not handled, TypeError: nobody handles [redacted]',
    'CRITICAL: An exception was not caught, RangeError: nobody catches [redacted]',
    'WARNING: Warning: careful with [redacted]',
  ]);
  await eventually(() => JSON.stringify(sentry.calls).includes('nobody catches [redacted]'));
  expect((await openPage(world.app.url + landingPath(samples.pdf))).status).toBe(200);
  expect(world.app.workers()).toEqual([worker]);
});

it('what nobody catches in the primary ends it, with lines of the log', async () => {
  const since = readLogLines(world.app.output()).length;
  world.app.signal('SIGUSR2');
  expect(await world.app.ended).toBe(1);
  expect(linesOfCrash(since)).toContain(
    'CRITICAL: An exception was not caught, TypeError: nobody handles [redacted]',
  );
  expect(world.app.output()).not.toContain('someone@');
});
