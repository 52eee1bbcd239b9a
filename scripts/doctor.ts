import { parseArgs } from 'node:util';
import type { Finding, Patient } from './doctor/check.ts';
import { examine, type Row } from './doctor/examine.ts';

const USAGE = `Usage: npm run doctor -- --url https://documents.example.gov.uk
  with the settings of the instance in the environment. Also:
  --instance URL  one instance behind the proxies, for its metrics and its clock (default: --url)
  --http-url URL  where plain http is taken (default: port 80 of --url)
  --commit HASH   the commit that should be running
  --stop PID      the process of that instance, on this machine, which is then told to stop
`;

const MARKS: Readonly<Record<Finding['state'], string>> = {
  right: 'ok',
  wrong: 'WRONG',
  unchecked: '–',
};

function readPatient(): Patient | null {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      instance: { type: 'string' },
      'http-url': { type: 'string' },
      commit: { type: 'string' },
      stop: { type: 'string' },
    },
  });
  if (values.url === undefined || !URL.canParse(values.url)) return null;
  const { origin, hostname } = new URL(values.url);
  return {
    url: origin,
    httpUrl: values['http-url'] ?? `http://${hostname}`,
    instanceUrl: values.instance ?? origin,
    commit: values.commit,
    pid: values.stop === undefined ? undefined : Number(values.stop),
  };
}

function formatTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(
    ({ name, state, detail }) => `${name.padEnd(width)}  ${MARKS[state].padEnd(5)}  ${detail}\n`,
  );
  return lines.join('');
}

const patient = readPatient();
if (patient === null) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const rows = await examine(patient, process.env);
process.stdout.write(formatTable(rows));
process.exitCode = rows.some(({ state }) => state === 'wrong') ? 1 : 0;
