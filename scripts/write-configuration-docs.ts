import { readFileSync, writeFileSync } from 'node:fs';
import { configurationTable, environmentExample } from './describe-configuration.ts';

const DOCUMENT = 'docs/configuration.md';

/** Everything from the table's head to its last row. */
const TABLE = /^\| Variable [^]*?\|$(?!\n\|)/m;

writeFileSync('.env.example', environmentExample());
const text = readFileSync(DOCUMENT, 'utf8');
writeFileSync(
  DOCUMENT,
  text.replace(TABLE, () => configurationTable()),
);
