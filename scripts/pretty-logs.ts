import type { Readable } from 'node:stream';
import pretty from 'pino-pretty';

/** Prints the log of a program for people: the program itself writes one JSON object a line. */
export function printLogs(log: Readable): void {
  const toPeople = pretty({
    messageKey: 'message',
    levelKey: 'levelname',
    timestampKey: 'time',
    errorLikeObjectKeys: ['exc_info'],
    include: 'levelname,time,exc_info',
    // Of several lines.
    customPrettifiers: { exc_info: String },
    sync: true,
  });
  log.pipe(toPeople);
}
