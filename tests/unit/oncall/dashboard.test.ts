import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { readDashboard, type Panel } from '#tests/support/oncall/read-dashboard.ts';

/** Grafana's columns. */
const COLUMNS = 24;
/** Of 38 pixels each: what a screen of 1080 holds below Grafana's own bar. */
const ROWS = 26;

const Scraping = z.object({ global: z.object({ scrape_interval: z.string() }) });

const { panels, templating, ...dashboard } = readDashboard();

function cellsOf({ gridPos: { x, y, w, h } }: Panel): string[] {
  return Array.from(
    { length: w * h },
    (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`,
  );
}

describe('the dashboard', () => {
  it('is one screen without gaps, on which no panel covers another', () => {
    const cells = panels.flatMap(cellsOf);
    const height = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
    expect(height).toBeLessThanOrEqual(ROWS);
    expect(new Set(cells).size).toBe(cells.length);
    expect(cells.length).toBe(COLUMNS * height);
  });

  it('names and explains each of its panels', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    for (const { description } of panels) expect(description).toMatch(/^[A-Z0-9].{20,}[.?]$/);
  });

  it('uses the variables that it offers, and no others', () => {
    const offered = templating.list.map(({ name }) => name);
    const text = JSON.stringify({ panels, dashboard });
    const used = [...text.matchAll(/\$\{?(?<name>[a-z]\w+)/g)].map((one) => one.groups?.['name']);
    expect([...new Set(used)].toSorted()).toEqual(offered.toSorted());
  });

  it('leads to the runbooks', () => {
    expect(dashboard.links.map(({ url }) => url)).toEqual([
      expect.stringMatching(/\/docs\/operations\.md#alerts$/),
    ]);
  });
});

it('is told how often Prometheus scrapes, so that its rates have no gaps', () => {
  const { global } = Scraping.parse(readYaml('deploy/prometheus/prometheus.yml'));
  expect(readYaml('deploy/grafana/provisioning/datasources/prometheus.yml')).toMatchObject({
    datasources: [{ jsonData: { timeInterval: global.scrape_interval } }],
  });
});

function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}
