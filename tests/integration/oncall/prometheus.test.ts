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

let fleet: WatchedFleet;
beforeAll(async () => {
  fleet = await startWatchedFleet();
});
afterAll(() => fleet.stop());

const instanceOf = ({ port }: App) => `127.0.0.1:${port}`;

/** Opens a page so many times at once, each time as somebody else. @returns the statuses that came */
async function open(app: App, path: string, times = 1): Promise<number[]> {
  const visits = Array.from({ length: times }, () => ask(app.url + path, visitFrom(newVisitor())));
  return (await Promise.all(visits)).map(({ status }) => status);
}

async function valueOf(query: string): Promise<number | undefined> {
  return (await fleet.prometheus.query(query))[0]?.value;
}

/** Waits until Prometheus has an answer to each query. */
async function untilAnswered(queries: readonly string[]): Promise<void> {
  const unanswered = new Set(queries);
  await eventually(async () => {
    for (const query of unanswered) {
      if ((await fleet.prometheus.query(query)).length > 0) unanswered.delete(query);
    }
    return unanswered.size === 0;
  }).catch(() => expect([...unanswered]).toEqual([]));
}

describe('Prometheus', () => {
  it('is let in by every instance', async () => {
    await eventually(async () => (await valueOf('sum(up)')) === 2).catch(() => undefined);
    expect(await fleet.prometheus.get('targets')).toMatchObject({
      activeTargets: [
        { health: 'up', lastError: '', labels: { job: 'document-download-frontend' } },
        { health: 'up', lastError: '' },
      ],
    });
  });

  it('counts the requests that were sent, whichever worker answered', async () => {
    await open(fleet.large, landingPath(samples.pdf), 40);
    await open(fleet.large, downloadPath(samples.pdf), 10);
    await open(fleet.large, '/nowhere', 5);
    await open(fleet.small, landingPath(samples.pdf), 7);
    const count = async (app: App, path: string, code: number) =>
      valueOf(
        `sum(http_server_requests_total{instance="${instanceOf(app)}",path="${path}",code="${code}"})`,
      );
    await eventually(async () => (await count(fleet.large, 'No endpoint', 404)) === 5);
    await eventually(async () => (await count(fleet.small, LANDING, 200)) === 7);
    expect(await count(fleet.large, LANDING, 200)).toBe(40);
    expect(await count(fleet.large, `${LANDING}/download`, 200)).toBe(10);
    expect(
      await valueOf(
        `http_server_request_duration_seconds_bucket{instance="${instanceOf(fleet.large)}",path="${LANDING}",code="200",le="+Inf"}`,
      ),
    ).toBe(40);
  });

  it('knows the workers of each instance', async () => {
    const workers = await fleet.prometheus.query('document_download_workers');
    expect(new Map(workers.map(({ labels, value }) => [labels['instance'], value]))).toEqual(
      new Map([
        [instanceOf(fleet.large), 2],
        [instanceOf(fleet.small), 1],
      ]),
    );
  });

  it('works out that the objective is met', async () => {
    const burnRate = 'job_slo:burn_rate:5m{slo="availability"}';
    await eventually(async () => (await valueOf(burnRate)) !== undefined);
    expect(await fleet.prometheus.query(burnRate)).toMatchObject([
      { labels: { job: 'document-download-frontend' }, value: 0 },
    ]);
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

describe('when all goes wrong at once', () => {
  const { queries } = readRules();
  const firing = (alert: string) => `ALERTS{alertname="${alert}",alertstate="firing"}`;

  beforeAll(async () => {
    fleet.sandbox.faults = { notify: { status: 403 } };
    await open(fleet.large, landingPath(fleet.fresh.next()), 3);
    fleet.sandbox.faults = {};
    await guessLinks();
    await fleet.redis.kill();
    fleet.sandbox.faults = { documents: { status: 503 } };
  });

  /** Somebody tries keys that are not there until the limit holds them off, and a little longer. */
  async function guessLinks(): Promise<void> {
    const visitor = visitFrom(newVisitor());
    const wrongKey = landingPath(samples.pdf).replace(/key=[^&]+/, `key=${'A'.repeat(43)}`);
    for (let guess = 0; guess < 33; guess += 1) await ask(fleet.large.url + wrongKey, visitor);
  }

  it('an alert goes off', async () => {
    await eventually(async () => {
      expect(await open(fleet.large, landingPath(samples.pdf), 10)).toEqual(
        Array.from({ length: 10 }, () => 503),
      );
      return (await fleet.prometheus.query(firing('DocumentPagesFailing'))).length > 0;
    });
    const [alert] = await fleet.prometheus.query(firing('DocumentPagesFailing'));
    expect(alert?.labels).toMatchObject({ job: 'document-download-frontend', slo: 'availability' });
  });

  it('each series that a rule or the dashboard chooses is there', async () => {
    const all = [...queries, ...dashboardQueries()].flatMap(selectorsOf);
    await untilAnswered([...new Set(all.map(({ text }) => text))]);
  });

  it('the dashboard has something to say in each of its panels', async () => {
    await untilAnswered(dashboardQueries());
  });
});
