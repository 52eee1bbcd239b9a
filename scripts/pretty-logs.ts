import type { Readable } from 'node:stream';
import { levels } from 'pino';
import pretty from 'pino-pretty';
import { LEVEL_NAMES } from '#lib/observability/levels.ts';

const OPTIONS: pretty.PrettyOptions = {
  messageKey: 'message',
  levelKey: 'levelname',
  timestampKey: 'time',
  // By their numbers, which give them their colours.
  customLevels: Object.fromEntries(
    Object.entries(LEVEL_NAMES).map(([level, name]) => [name, levels.values[level]]),
  ),
  errorLikeObjectKeys: ['exc_info'],
  include: 'levelname,time,exc_info',
  // Of several lines.
  customPrettifiers: { exc_info: String },
};

/** What people read of a line of the log, which is a JSON object. */
export const prettifyLine: (line: string) => string = pretty.prettyFactory(OPTIONS);

/** Prints the log of a program for people: the program itself writes one JSON object a line. */
export function printLogs(log: Readable): void {
  log.pipe(pretty({ ...OPTIONS, sync: true }));
}
