import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  filesIn,
  PROMETHEUS_FOLDER,
  readRules,
  readRuleTests,
} from '#tests/support/oncall/read-rules.ts';
import { runPromtool } from '#tests/support/oncall/run-promtool.ts';

/** Days of rules are evaluated, on a machine that may be busy. */
const PATIENCE_MS = 180_000;

const { alerts, groupNames } = readRules();
const { alertCases, groupOrders } = readRuleTests();
const alertNames = [...new Set(alerts.map(({ alert }) => alert))];

describe('promtool', () => {
  it('finds the configuration good', { timeout: PATIENCE_MS }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    cpSync(PROMETHEUS_FOLDER, folder, { recursive: true });
    writeFileSync(join(folder, 'metrics-token'), 'a token');
    expect(await runPromtool(['check', 'config', join(folder, 'prometheus.yml')])).toMatchObject({
      exitCode: 0,
    });
  });

  it('finds no fault in the rules', { timeout: PATIENCE_MS }, async () => {
    const lint = ['--lint=all', '--lint-fatal'];
    expect(await runPromtool(['check', 'rules', ...lint, ...filesIn('rules')])).toMatchObject({
      exitCode: 0,
    });
  });

  it.each(filesIn('tests'))(
    'sees alerts go off, and stay silent, as they should: %s',
    { timeout: PATIENCE_MS },
    async (path) => {
      const { exitCode, output } = await runPromtool(['test', 'rules', path]);
      expect(output).toContain('SUCCESS');
      expect(exitCode).toBe(0);
    },
  );
});

describe('the tests of the rules', () => {
  it.each(alertNames)('show when %s goes off and when it stays silent', (name) => {
    const cases = alertCases.filter(({ alertname }) => alertname === name);
    const goesOff = cases.filter(({ exp_alerts }) => exp_alerts.length > 0);
    expect(goesOff).not.toEqual([]);
    expect(cases.length).toBeGreaterThan(goesOff.length);
  });

  it('are about alerts that exist', () => {
    expect(alertNames).toEqual(expect.arrayContaining(alertCases.map((one) => one.alertname)));
  });

  it('evaluate every group, in an order that they name', () => {
    for (const order of groupOrders) expect(order.toSorted()).toEqual(groupNames.toSorted());
  });
});
