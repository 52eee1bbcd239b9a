/** One line of the log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** Reads the complete lines of a program's log, which must all be JSON objects. */
export function readLogLines(output: string): LogLine[] {
  return output
    .slice(0, output.lastIndexOf('\n'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}
