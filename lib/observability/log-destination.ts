import pino, { type DestinationStream } from 'pino';
import { openLogFile } from './log-file.ts';

const STANDARD_OUTPUT = 1;

/**
 * Where log lines go: to standard output, and to a file as well when one is named. A line is written
 * when the call returns, so that a process that is killed has not kept its last lines to itself.
 */
export function openLog({
  NOTIFY_LOG_PATH,
}: {
  readonly NOTIFY_LOG_PATH: string | undefined;
}): DestinationStream {
  const output = pino.destination({ dest: STANDARD_OUTPUT, sync: true });
  if (NOTIFY_LOG_PATH === undefined) return output;
  const file = openLogFile(NOTIFY_LOG_PATH);
  return {
    write(line) {
      output.write(line);
      file.write(line);
    },
  };
}
