import { afterEach, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask, openPage } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { readLogLines, type LogLine } from '#tests/support/log-lines.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import { launchApp, startApp } from '#tests/support/start-app.ts';
import { useWorld } from '#tests/support/use-world.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';

const world = useWorld({
  environment: { NOTIFY_REQUEST_LOG_LEVEL: 'DEBUG', WEB_CONCURRENCY: '2' },
});

afterEach(() => {
  world.sandbox.faults = {};
});

const lines = () => readLogLines(world.app.output());

/** The line of the request that was sent with this trace id. */
async function lineOf(traceId: string): Promise<LogLine> {
  const find = () =>
    lines().find(({ name, requestId }) => name === 'app.request' && requestId === traceId);
  await eventually(() => find() !== undefined);
  return find() ?? {};
}

describe('the log', () => {
  it('is one JSON object a line, from the start on', () => {
    expect(lines().length).toBeGreaterThan(0);
    for (const line of lines()) {
      expect(line).toMatchObject({
        name: expect.stringMatching(/^app(\.request)?$/) as string,
        levelname: expect.stringMatching(/^(DEBUG|INFO|WARNING|ERROR|CRITICAL)$/) as string,
        message: expect.any(String) as string,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/) as string,
        requestId: expect.any(String) as string,
        span_id: expect.any(String) as string,
        service_id: expect.any(String) as string,
        application: 'document-download-frontend',
        logType: 'application',
      });
    }
  });

  it('tells of a page who asked for what, and how it went, without the key', async () => {
    const visitor = newVisitor();
    const headers = {
      ...visitFrom(visitor).headers,
      'X-B3-TraceId': 'log-1',
      'X-B3-SpanId': 'span-1',
      'User-Agent': 'Test/1.0',
    };
    await ask(world.app.url + landingPath(samples.pdf), { headers });
    const [path] = samples.pdf.path.split('?');
    expect(await lineOf('log-1')).toMatchObject({
      levelname: 'INFO',
      span_id: 'span-1',
      service_id: samples.pdf.serviceId,
      method: 'GET',
      url: `${world.app.url}${path}?key=[redacted]`,
      path,
      status: 200,
      request_size: 0,
      endpoint: 'main.landing',
      remote_addr: visitor,
      user_agent: 'Test/1.0',
      host: '127.0.0.1',
      environment: 'test',
      outcome: 'landing-shown',
    });
    const { request_time, response_size, process_ } = await lineOf('log-1');
    expect(request_time).toBeGreaterThan(0);
    expect(response_size).toBeGreaterThan(1000);
    expect(world.app.workers()).toContain(process_);
    expect(world.app.output()).not.toContain(samples.pdf.key);
  });

  it.each([
    ['/_status', 'DEBUG', 200, 'main.status'],
    ['/metrics', 'DEBUG', 200, 'metrics'],
    ['/assets/none-ABCDEFGH.css', 'INFO', 404, 'static'],
    ['/cookies', 'INFO', 200, 'main.cookies'],
    ['/%E0%A4%A', 'INFO', 404, null],
  ])('has a line for %s too', async (path, levelname, status, endpoint) => {
    const headers = ['X-B3-TraceId: of ' + path.replace('%', '')];
    await sendRaw(world.app.url, rawRequest('GET', path, headers));
    expect(await lineOf('of ' + path.replace('%', ''))).toMatchObject({
      levelname,
      status,
      endpoint,
    });
  });

  it.each([
    [500, 503, 'document-download-api: status'],
    [504, 504, 'document-download-api: timeout'],
  ])(
    'names the reference that is on the page, and who is to blame, when an API answers %i',
    async (apiStatus, status, failure) => {
      world.sandbox.faults = { documents: { status: apiStatus } };
      const traceId = `failure-${apiStatus}`;
      const headers = { 'X-B3-TraceId': traceId };
      const page = await openPage(world.app.url + landingPath(samples.csv), { headers });
      const line = await lineOf(traceId);
      expect(line).toMatchObject({ levelname: 'WARNING', status, failure, outcome: 'api-failure' });
      const texts = page.inMain('p').map(({ text }) => text);
      expect(texts.join()).toContain(line['reference']);
    },
  );
});

describe('a process that is killed', () => {
  it('has written its last line', async () => {
    const app = await startApp({ NOTIFY_REQUEST_LOG_LEVEL: 'DEBUG' });
    for (const count of [1, 2, 3]) {
      const headers = { 'X-B3-TraceId': `last-${count}` };
      await (await fetch(`${app.url}/_status`, { headers })).text();
    }
    for (const worker of app.workers()) process.kill(worker, 'SIGKILL');
    app.signal('SIGKILL');
    await app.ended;
    const ids = readLogLines(app.output()).map(({ requestId }) => requestId);
    expect(ids).toEqual(expect.arrayContaining(['last-1', 'last-2']));
  });
});

describe('a program that cannot start', () => {
  it('says so in a line of the log, with the names of all wrong variables', async () => {
    const app = await launchApp({
      DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL: 'nowhere',
      NOTIFY_ENVIRONMENT: 'production',
    });
    expect(await app.ended).toBe(1);
    const [line, ...others] = readLogLines(app.output());
    expect(others).toEqual([]);
    expect(line).toMatchObject({ levelname: 'CRITICAL', name: 'app' });
    expect(line?.['message']).toMatch(/DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL is wrong/);
    expect(line?.['message']).toMatch(/SECRET_KEY is missing/);
  });
});
