import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRules } from '#tests/support/oncall/read-rules.ts';

const { alerts } = readRules();
const operations = readFileSync('docs/operations.md', 'utf8');
const [, section = ''] = /^## Alerts$(.*?)(?=^## |$(?![^]))/ms.exec(operations) ?? [];

const RUNBOOKS =
  'https://github.com/alphagov/document-download-frontend/blob/main/docs/operations.md';

describe('the runbooks', () => {
  it('have a section for each alert, and none for others', () => {
    const sections = [...section.matchAll(/^### (?<name>.+)$/gm)].map(
      (one) => one.groups?.['name'],
    );
    expect(sections.toSorted()).toEqual([...new Set(alerts.map(({ alert }) => alert))].toSorted());
  });

  it.each(alerts.map((rule) => [rule.alert, rule] as const))(
    'are what %s points at',
    (name, { annotations }) => {
      expect(annotations['runbook_url']).toBe(`${RUNBOOKS}#${name.toLowerCase()}`);
    },
  );
});

describe('an alert', () => {
  it.each(alerts.map((rule) => [rule.alert, rule] as const))(
    'says how urgent it is and what has happened: %s',
    (_, { labels, annotations }) => {
      expect(labels['severity']).toMatch(/^(?:page|ticket)$/);
      expect(annotations['summary']).toMatch(/^.{10,60}$/);
      expect(annotations['description']).toMatch(/^.{50,400}\.$/);
    },
  );
});
