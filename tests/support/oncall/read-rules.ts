import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';

/** Where the configuration of Prometheus is. */
export const PROMETHEUS_FOLDER = 'deploy/prometheus';

const Alert = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.record(z.string(), z.string()),
  annotations: z.record(z.string(), z.string()),
});
const Recording = z.strictObject({
  record: z.string(),
  expr: z.string(),
  labels: z.record(z.string(), z.string()).optional(),
});
const RuleFile = z.strictObject({
  groups: z.array(
    z.strictObject({ name: z.string(), rules: z.array(z.union([Alert, Recording])) }),
  ),
});

const Cases = z.array(
  z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()).default([]) }),
);
const TestFile = z.object({
  group_eval_order: z.array(z.string()).optional(),
  tests: z.array(z.object({ alert_rule_test: Cases.default([]) })),
});

/** The paths of the files of `deploy/prometheus/{folder}`. */
export function filesIn(folder: 'rules' | 'tests'): string[] {
  return readdirSync(`${PROMETHEUS_FOLDER}/${folder}`).map(
    (name) => `${PROMETHEUS_FOLDER}/${folder}/${name}`,
  );
}

/** The rules as Prometheus reads them. */
export function readRules() {
  const groups = filesIn('rules').flatMap((path) => RuleFile.parse(readYaml(path)).groups);
  const rules = groups.flatMap((group) => group.rules);
  return {
    groupNames: groups.map(({ name }) => name),
    queries: rules.map(({ expr }) => expr),
    alerts: rules.filter((rule) => 'alert' in rule),
    recordings: rules.filter((rule) => 'record' in rule),
  };
}

/** The tests of the alerts as promtool reads them. */
export function readRuleTests() {
  const files = filesIn('tests').map((path) => TestFile.parse(readYaml(path)));
  return {
    groupOrders: files.flatMap(({ group_eval_order: order }) => (order ? [order] : [])),
    alertCases: files.flatMap(({ tests }) => tests.flatMap((one) => one.alert_rule_test)),
  };
}

function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}
