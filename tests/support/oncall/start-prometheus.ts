import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { untilItAnswers } from '#scripts/until-it-answers.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { PROMETHEUS_FOLDER } from './read-rules.ts';

export interface PrometheusOptions {
  /** Hosts with their ports. */
  readonly targets: readonly string[];
  readonly metricsToken: string;
}

/** A real Prometheus that scrapes with the configuration of this project. */
export interface Prometheus {
  /** Asks its HTTP API: `get('query', { query: 'up' })`. @throws when it refuses */
  get(resource: string, parameters?: Readonly<Record<string, string>>): Promise<unknown>;
  /** The answers to a query at this moment. */
  query(query: string): Promise<Answer[]>;
  stop(): Promise<void>;
}

/** A series that answers a query, and its present value. */
export interface Answer {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const Configuration = z.looseObject({
  global: z.looseObject({}),
  scrape_configs: z.tuple([z.looseObject({ dns_sd_configs: z.array(z.unknown()) })]),
});
const Reply = z.object({ status: z.literal('success'), data: z.unknown() });
const Vector = z.object({
  result: z.array(
    z.object({
      metric: z.record(z.string(), z.string()),
      value: z.tuple([z.number(), z.string()]),
    }),
  ),
});

/** Starts Prometheus, which scrapes every other second, and waits until it answers. */
export async function startPrometheus(options: PrometheusOptions): Promise<Prometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
  configure(folder, options);
  const address = `127.0.0.1:${await findFreePort()}`;
  const child = spawn('prometheus', [
    `--config.file=${folder}/prometheus.yml`,
    `--storage.tsdb.path=${folder}/data`,
    `--web.listen-address=${address}`,
    '--log.level=warn',
  ]);
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exited = once(child, 'exit');
  await Promise.race([
    untilItAnswers(`http://${address}/-/ready`),
    exited.then(() => Promise.reject(new Error(`Prometheus did not start:\n${output}`))),
  ]);

  const get: Prometheus['get'] = async (resource, parameters = {}) => {
    const query = new URLSearchParams(parameters).toString();
    const response = await fetch(`http://${address}/api/v1/${resource}?${query}`);
    return Reply.parse(await response.json()).data;
  };
  return {
    get,
    async query(query) {
      const { result } = Vector.parse(await get('query', { query }));
      return result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

/** Copies the project's configuration and changes what a test has to: targets, token, pace. */
function configure(folder: string, { targets, metricsToken }: PrometheusOptions): void {
  cpSync(PROMETHEUS_FOLDER, folder, { recursive: true });
  writeFileSync(`${folder}/metrics-token`, metricsToken);
  const file = `${folder}/prometheus.yml`;
  const { global, scrape_configs, ...rest } = Configuration.parse(
    parse(readFileSync(file, 'utf8')),
  );
  const [scraping] = scrape_configs;
  const changed = {
    ...rest,
    global: { ...global, scrape_interval: '2s', evaluation_interval: '1s' },
    scrape_configs: [
      { ...scraping, scrape_timeout: '2s', dns_sd_configs: [], static_configs: [{ targets }] },
    ],
  };
  writeFileSync(file, stringify(changed));
}
