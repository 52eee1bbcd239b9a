import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { configurationTable, environmentExample } from '#scripts/describe-configuration.ts';

it('describes every variable in docs/configuration.md (npm run docs:configuration writes it)', () => {
  expect(readFileSync('docs/configuration.md', 'utf8')).toContain(configurationTable());
});

it('lists every variable in .env.example (npm run docs:configuration writes it)', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(environmentExample());
});
