import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { dashboardQueries } from '#tests/support/oncall/read-dashboard.ts';
import { readRules } from '#tests/support/oncall/read-rules.ts';
import { runPromtool } from '#tests/support/oncall/run-promtool.ts';
import { selectorsOf } from '#tests/support/oncall/selectors-of.ts';
import {
  METRICS_TOKEN,
  startWatchedFleet,
  type WatchedFleet,
} from '#tests/support/oncall/start-watched-fleet.ts';
import { downloadPath, landingPath } from '#tests/support/sample-paths.ts';
import type { App } from '#tests/support/start-app.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';

const LANDING = '/d/<base64_uuid:service_id>/<base64_uuid:document_id>';
/** A link that was cut off: 404, which is no failure of ours. */
const WITHOUT_KEY = landingPath(samples.pdf).replace(/\?.*/, '');

/** Prometheus sees things late, and later still on a busy machine. */
const PATIENCE_MS = 60_000;
const timeout = 3 * PATIENCE_MS;

let fleet: WatchedFleet;
beforeAll(async () => {
  fleet = await startWatchedFleet();
}, timeout);
afterAll(() => fleet.stop());

const instanceOf = ({ port }: App) => `127.0.0.1:${port}`;

/** Opens a page so many times at once, each time as somebody else. */
async function open(app: App, path: string, times = 1): Promise<void> {
  await Promise.all(Array.from({ length: times }, () => ask(app.url + path)));
}

async function valueOf(query: string): Promise<number | undefined> {
  return (await fleet.prometheus.query(query))[0]?.value;
}

/** Waits until the answer to a query is this. */
function becomes(query: string, value: number): Promise<void> {
  return expect.poll(() => valueOf(query), { timeout: PATIENCE_MS }).toBe(value);
}

/**
 * Waits until Prometheus has an answer to each query, while people go on opening pages: it hears of
 * nothing but what grows from one scrape to the next, so of a single burst between two it never does.
 */
async function untilAnswered(queries: readonly string[]): Promise<void> {
  const unanswered = new Set(queries);
  const isAnswered = async () => {
    await open(fleet.large, landingPath(samples.pdf), 5);
    await open(fleet.large, WITHOUT_KEY);
    for (const query of unanswered) {
      if ((await fleet.prometheus.query(query)).length > 0) unanswered.delete(query);
    }
    return unanswered.size === 0;
  };
  await eventually(isAnswered, PATIENCE_MS, 250).catch(() => expect([...unanswered]).toEqual([]));
}

describe('Prometheus', { timeout }, () => {
  it('is let in by every instance', async () => {
    const isUp = { health: 'up', lastError: '', labels: { job: 'document-download-frontend' } };
    await expect
      .poll(() => fleet.prometheus.get('targets'), { timeout: PATIENCE_MS })
      .toMatchObject({ activeTargets: [isUp, isUp] });
  });

  it('counts the requests that were sent, whichever worker answered', async () => {
    await open(fleet.large, landingPath(samples.pdf), 40);
    await open(fleet.large, downloadPath(samples.pdf), 10);
    await open(fleet.large, '/nowhere', 5);
    await open(fleet.small, landingPath(samples.pdf), 7);
    const labels = (app: App, path: string, code: number) =>
      `instance="${instanceOf(app)}",path="${path}",code="${code}"`;
    for (const [counted, count] of [
      [labels(fleet.large, LANDING, 200), 40],
      [labels(fleet.large, `${LANDING}/download`, 200), 10],
      [labels(fleet.large, 'No endpoint', 404), 5],
      [labels(fleet.small, LANDING, 200), 7],
    ] as const) {
      await becomes(`sum(http_server_requests_total{${counted}})`, count);
      await becomes(`sum(http_server_request_duration_seconds_count{${counted}})`, count);
    }
  });

  it('knows the workers of each instance', async () => {
    await becomes(`document_download_workers{instance="${instanceOf(fleet.large)}"}`, 2);
    await becomes(`document_download_workers{instance="${instanceOf(fleet.small)}"}`, 1);
  });

  it('works out that the objective is met', async () => {
    const burnRate = 'job_slo:burn_rate:5m{slo="availability"}';
    await untilAnswered([burnRate]);
    await becomes(burnRate, 0);
  });

  it.each([
    ['no token', {}, 401],
    ['another token', { Authorization: 'Bearer another' }, 403],
  ])('would not be let in with %s', async (_, headers, status) => {
    expect((await ask(`${fleet.small.url}/metrics`, { headers })).status).toBe(status);
  });

  it('gets metrics compressed when it asks for it', async () => {
    const headers = { Authorization: `Bearer ${METRICS_TOKEN}`, 'Accept-Encoding': 'gzip' };
    const scrape = await ask(`${fleet.small.url}/metrics`, { headers });
    expect(scrape.headers.get('content-encoding')).toBe('gzip');
    expect(await scrape.text()).toContain('# TYPE http_server_requests_total counter');
  });

  it.each(['large', 'small'] as const)('finds no fault in metrics: %s', async (size) => {
    const headers = { Authorization: `Bearer ${METRICS_TOKEN}` };
    const scrape = await ask(`${fleet[size].url}/metrics`, { headers });
    expect(await runPromtool(['check', 'metrics'], await scrape.text())).toEqual({
      exitCode: 0,
      output: '',
    });
  });
});

describe('when all goes wrong at once', { timeout }, () => {
  const { queries } = readRules();

  beforeAll(async () => {
    fleet.sandbox.faults = { notify: { status: 403 } };
    await open(fleet.large, landingPath(fleet.fresh.next()), 3);
    fleet.sandbox.faults = {};
    await guessLinks();
    await fleet.redis.kill();
    fleet.sandbox.faults = { documents: { status: 503 } };
  }, timeout);

  /** Somebody tries keys that are not there until the limit holds them off. */
  function guessLinks(): Promise<void> {
    const visitor = visitFrom(newVisitor());
    const wrongKey = landingPath(samples.pdf).replace(/key=[^&]+/, `key=${'A'.repeat(43)}`);
    const guess = async () => (await ask(fleet.large.url + wrongKey, visitor)).status;
    return eventually(async () => (await guess()) === 429, PATIENCE_MS);
  }

  it('an alert goes off', async () => {
    await untilAnswered([
      'ALERTS{alertname="DocumentPagesFailing",alertstate="firing",slo="availability"}',
    ]);
  });

  it('each series that a rule or the dashboard chooses is there', async () => {
    const all = [...queries, ...dashboardQueries()].flatMap(selectorsOf);
    await untilAnswered([...new Set(all.map(({ text }) => text))]);
  });

  it('the dashboard has something to say in each of its panels', async () => {
    await untilAnswered(dashboardQueries());
  });
});
