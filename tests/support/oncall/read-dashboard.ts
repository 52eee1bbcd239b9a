import { readFileSync } from 'node:fs';
import * as z from 'zod';

const Panel = z.object({
  id: z.number(),
  title: z.string(),
  description: z.string(),
  gridPos: z.strictObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(z.object({ refId: z.string(), expr: z.string() })).nonempty(),
  datasource: z.object({ uid: z.string() }),
});
const Dashboard = z.object({
  uid: z.string(),
  links: z.array(z.object({ url: z.string() })),
  annotations: z.object({ list: z.array(z.object({ expr: z.string() })) }),
  templating: z.object({ list: z.array(z.object({ name: z.string() })) }),
  panels: z.array(Panel),
});

/** A box on the screen that shows the answers to some queries. */
export type Panel = z.infer<typeof Panel>;

/** The dashboard as Grafana reads it. */
export function readDashboard(): z.infer<typeof Dashboard> {
  const text = readFileSync('deploy/grafana/dashboard.json', 'utf8');
  return Dashboard.parse(JSON.parse(text));
}

/** The queries of the dashboard as Grafana sends them when all instances are chosen. */
export function dashboardQueries(): string[] {
  const { panels, annotations } = readDashboard();
  const queries = [...panels.flatMap(({ targets }) => targets), ...annotations.list];
  return queries.map(({ expr }) =>
    expr.replaceAll('$instance', '.+').replaceAll('$__rate_interval', '1m'),
  );
}
