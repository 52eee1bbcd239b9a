import { writeSync } from 'node:fs';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { errorText } from './error-text.ts';
import { LEVEL_NAMES, type Level } from './levels.ts';
import { logTime } from './log-time.ts';
import { NOT_IN_A_REQUEST } from './trace-fields.ts';

/** Something that is to be said on standard output. */
export interface OutputRecord {
  readonly level: Level;
  /** Free of secrets. */
  readonly message: string;
  readonly error?: unknown;
}

type Sink = (record: OutputRecord) => void;

const STANDARD_OUTPUT = 1;

const output = oncePerProcess('output-sink', (): { sink: Sink } => ({ sink: writePlainly }));

/** Says something on standard output, as a line of the log where there is one already. */
export function sayOnOutput(record: OutputRecord): void {
  output.sink(record);
}

/** From now on `sink` gets what is said on standard output. */
export function sendOutputTo(sink: Sink): void {
  output.sink = sink;
}

/** A line of the log before there is a log, or where there can be none for want of configuration. */
function writePlainly({ level, message, error }: OutputRecord): void {
  const line = {
    levelname: LEVEL_NAMES[level],
    time: logTime(),
    name: 'app',
    application: 'document-download-frontend',
    logType: 'application',
    ...NOT_IN_A_REQUEST,
    ...(error !== undefined && { exc_info: errorText(error) }),
    message,
  };
  writeSync(STANDARD_OUTPUT, `${JSON.stringify(line)}\n`);
}
