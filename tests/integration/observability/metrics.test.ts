import { describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { runPromtool } from '#tests/support/oncall/run-promtool.ts';
import { scrape } from '#tests/support/read-metrics.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import { sendRaw } from '#tests/support/send-raw.ts';
import { useWorld } from '#tests/support/use-world.ts';
import { madeUpRequests } from './made-up-requests.ts';

const world = useWorld({
  environment: {
    WEB_CONCURRENCY: '2',
    NOTIFY_REQUEST_LOG_LEVEL: 'ERROR',
    RATE_LIMIT_EXEMPT_CIDRS: '127.0.0.0/8',
  },
});

const LANDING = '/d/<base64_uuid:service_id>/<base64_uuid:document_id>';
const landings = { method: 'GET', host: 'other', path: LANDING, code: '200' };

/** A worker that is late is taken for stuck, on a busy machine; and dying ones reset connections. */
const PATIENCE_MS = 60_000;

const sumOf = async (name: string, labels?: Readonly<Record<string, string>>) =>
  (await scrape(world.app.url)).sum(name, labels);

/** Waits until the sum over the series of a name is this. */
function becomes(value: number, name: string, labels?: Readonly<Record<string, string>>) {
  return expect.poll(() => sumOf(name, labels), { timeout: PATIENCE_MS }).toBe(value);
}

let visits = 0;
const allVisitsCount = () => becomes(visits, 'http_server_requests_total', landings);

async function visit(times: number): Promise<void> {
  const url = world.app.url + landingPath(samples.pdf);
  // A connection of its own for each, so that both workers have some of them.
  const headers = { Connection: 'close' };
  await Promise.all(
    Array.from({ length: times }, async () => (await ask(url, { headers })).arrayBuffer()),
  );
  visits += times;
}

describe('the metrics of two workers', () => {
  it('count every request once, whichever of them is asked', async () => {
    await visit(20);
    await allVisitsCount();
    const scrapes = Array.from({ length: 8 }, () => sumOf('http_server_requests_total', landings));
    expect(await Promise.all(scrapes)).toEqual(Array(8).fill(visits));
  });

  it('agree with one another', async () => {
    const { sum } = await scrape(world.app.url);
    expect(sum('http_server_request_duration_seconds_count', landings)).toBe(visits);
    const all = { ...landings, le: '+Inf' };
    expect(sum('http_server_request_duration_seconds_bucket', all)).toBe(visits);
    expect(sum('document_download_pages_total', { outcome: 'landing-shown' })).toBe(visits);
    expect(sum('document_download_workers')).toBe(2);
    expect(sum('build_info')).toBe(1);
  });

  it('have nothing that promtool would complain about', async () => {
    const { text } = await scrape(world.app.url);
    expect(await runPromtool(['check', 'metrics'], text)).toEqual({ exitCode: 0, output: '' });
  });

  it('answer within a second with the last counts of a worker that is stuck', async () => {
    await visit(10);
    await allVisitsCount();
    const [worker = 0] = world.app.workers();
    process.kill(worker, 'SIGSTOP');
    try {
      await becomes(1, 'document_download_workers_silent');
      await eventually(async () => {
        const startedAt = performance.now();
        const counted = await sumOf('http_server_requests_total', landings);
        expect(counted).toBe(visits);
        return performance.now() - startedAt < 1000;
      });
    } finally {
      process.kill(worker, 'SIGCONT');
    }
  });

  it('never go back when a worker dies, and tell of it', async () => {
    await visit(10);
    await allVisitsCount();
    const [worker = 0] = world.app.workers();
    process.kill(worker, 'SIGKILL');
    await becomes(1, 'document_download_worker_exits_total', { reason: 'crash' });
    await allVisitsCount();
    await becomes(2, 'document_download_workers');
    await allVisitsCount();
  });

  it('keep all counts of workers that are replaced', async () => {
    await visit(10);
    world.app.signal('SIGHUP');
    await becomes(2, 'document_download_worker_exits_total', { reason: 'planned' });
    await allVisitsCount();
  });

  it('get no series from requests that a stranger makes up', { timeout: 300_000 }, async () => {
    const send = (count: number) => sendRaw(world.app.url, madeUpRequests(count), 240_000);
    // As many as there are kinds of them, so that each has been here before.
    await send(300);
    const before = await scrape(world.app.url);
    await send(10_000);
    const after = await scrape(world.app.url);
    expect([...after.series].filter((series) => !before.series.has(series))).toEqual([]);
    const strange = { host: 'other', path: 'No endpoint' };
    await becomes(10_300, 'http_server_requests_total', strange);
  });
});

describe('access to the metrics', () => {
  it('is open to all, compressed for those who ask for it', async () => {
    const url = `${world.app.url}/metrics`;
    const plain = await ask(url, { headers: { 'Accept-Encoding': '' } });
    expect(plain.status).toBe(200);
    expect(plain.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(plain.headers.get('content-encoding')).toBeNull();
    const gzipped = await ask(url, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gzipped.headers.get('content-encoding')).toBe('gzip');
    expect(await gzipped.text()).toContain('# TYPE http_server_requests_total counter');
  });

  it('ends its connection, which would otherwise lead to a worker that is stuck', async () => {
    const { headers } = await ask(`${world.app.url}/metrics`);
    expect(headers.get('connection')).toBe('close');
  });
});
