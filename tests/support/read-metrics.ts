import { ask } from './ask.ts';

/** What a program says of itself to Prometheus. */
export interface ReadMetrics {
  readonly text: string;
  /** Names of the families with their kinds, in the order in which they stand. */
  readonly families: ReadonlyMap<string, string>;
  /** Names and labels of all series. */
  readonly series: ReadonlySet<string>;
  /** The sum over all series of this name that have these labels; 0 when there is none. */
  readonly sum: (name: string, labels?: Readonly<Record<string, string>>) => number;
}

const TYPE = /^# TYPE (\S+) (\S+)$/gm;
const SAMPLE = /^(?<name>\w+)(?:\{(?<labels>.*)\})? (?<value>\S+)$/;
const LABEL = /(?<name>\w+)="(?<value>[^"]*)"/g;

/** Reads the exposition format as far as this program uses it. */
function readMetrics(text: string): ReadMetrics {
  const samples = text.split('\n').flatMap((line) => {
    const parts = SAMPLE.exec(line)?.groups;
    if (parts === undefined) return [];
    const labels = new Map(
      [...(parts['labels'] ?? '').matchAll(LABEL)].map(([, name, value]) => [name, value]),
    );
    return [
      {
        id: line.slice(0, line.lastIndexOf(' ')),
        name: parts['name'],
        labels,
        value: Number(parts['value']),
      },
    ];
  });
  return {
    text,
    families: new Map([...text.matchAll(TYPE)].map(([, name = '', type = '']) => [name, type])),
    series: new Set(samples.map(({ id }) => id)),
    sum: (name, labels = {}) =>
      samples
        .filter((sample) => sample.name === name)
        .filter((sample) =>
          Object.entries(labels).every(([label, value]) => sample.labels.get(label) === value),
        )
        .reduce((sum, { value }) => sum + value, 0),
  };
}

/** Asks a server for its metrics. */
export async function scrape(url: string, init: RequestInit = {}): Promise<ReadMetrics> {
  const response = await ask(`${url}/metrics`, init);
  if (!response.ok) throw new Error(`the metrics answered ${response.status}`);
  return readMetrics(await response.text());
}
