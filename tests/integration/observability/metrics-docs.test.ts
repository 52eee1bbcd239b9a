import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outcomes } from '#lib/request/outcome.ts';
import { AUDITED } from '#lib/staff/audit.ts';
import { samples } from '#sandbox/samples.ts';
import { ask } from '#tests/support/ask.ts';
import { scrape } from '#tests/support/read-metrics.ts';
import { startRedisServer } from '#tests/support/redis-server.ts';
import { landingPath } from '#tests/support/sample-paths.ts';
import { startWorld } from '#tests/support/start-world.ts';

const DOCUMENT = readFileSync('docs/metrics.md', 'utf8');
const ROW = /^\| `(?<name>[a-z_]+)` +\| (?<type>\w+) +\| (?<labels>[^|]*)\|/gm;
const NAME = /`([a-z-]+)`/g;

const documented = [...DOCUMENT.matchAll(ROW)].map(({ groups = {} }) => ({
  name: groups['name'] ?? '',
  type: groups['type'] ?? '',
  labels: [...(groups['labels'] ?? '').matchAll(/\w+/g)].map(([label]) => label).sort(),
}));

it('the document about metrics lists all that there are, with their kinds and labels', async () => {
  const redis = await startRedisServer();
  const world = await startWorld({
    environment: { REDIS_ENABLED: 'true', REDIS_URL: redis.url },
  });
  try {
    world.sandbox.faults = { notify: { status: 500 } };
    await ask(world.app.url + landingPath(samples.pdf));
    const { text, families } = await scrape(world.app.url);
    const exposed = [...families].map(([name, type]) => ({
      name,
      type,
      labels: labelsOf(name, text),
    }));
    const byName = (one: { name: string }, other: { name: string }) =>
      one.name < other.name ? -1 : 1;
    expect(exposed.sort(byName)).toEqual(documented.toSorted(byName));
  } finally {
    await world.stop();
    await redis.stop();
  }
});

it('it explains every outcome', () => {
  const [, table = ''] = /^The outcomes:([^]*?)\n## /m.exec(DOCUMENT) ?? [];
  expect(namesIn(table)).toEqual(['outcome', ...outcomes]);
});

it('it lists every verdict on what staff do', () => {
  for (const [action, verdicts] of Object.entries(AUDITED)) {
    const row = new RegExp(`^\\| \`${action}\`.*`, 'm').exec(DOCUMENT)?.[0] ?? '';
    expect(namesIn(row)).toEqual([action, ...verdicts]);
  }
});

function namesIn(text: string): (string | undefined)[] {
  return [...text.matchAll(NAME)].map(([, name]) => name);
}

function labelsOf(name: string, text: string): string[] {
  const series = new RegExp(`^${name}(?:_bucket|_sum|_count)?\\{([^}]*)\\}`, 'gm');
  const labels = [...text.matchAll(series)].flatMap(([, inner = '']) =>
    [...inner.matchAll(/(\w+)="/g)].map(([, label = '']) => label),
  );
  return [...new Set(labels)].filter((label) => label !== 'le').sort();
}
