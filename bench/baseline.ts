import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Ratios } from './ratios.ts';

const BASELINE = 'bench/baseline.json';

/** How much worse a ratio may be before the check fails: runs differ by half of it on a quiet machine. */
const TOLERANCE = 0.15;

const Baseline = z.record(z.string(), z.number());

/** The ratios that the program had when somebody last looked. */
export function readBaseline(): Ratios {
  return Baseline.parse(JSON.parse(readFileSync(BASELINE, 'utf8')));
}

export function writeBaseline(ratios: Ratios): void {
  const rounded = Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toFixed(3))]);
  writeFileSync(BASELINE, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
}

/** Says of each ratio that is worse than it was by how much; nothing where all is well. */
export function findRegressions(now: Ratios, before: Ratios): string[] {
  return Object.entries(before)
    .filter(([name, ratio]) => !((now[name] ?? NaN) >= ratio * (1 - TOLERANCE)))
    .map(([name, ratio]) => `${name}: ${now[name]?.toFixed(3) ?? 'missing'}, was ${ratio}`);
}
