import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const KEY = 'kQ3vZ0mT9xLr5wYb7NcE2uPq8sHd4fJg1aVo6iXt_-M';

/** What a piece of a program does, and the line that comes of it. */
const WRITTEN: readonly (readonly [code: string, levelname: string, message: string])[] = [
  [`console.log('Ready in %dms', 12)`, 'INFO', 'Ready in 12ms'],
  [`console.info('Ready')`, 'INFO', 'Ready'],
  [`console.warn('Careful')`, 'WARNING', 'Careful'],
  [`console.error('Wrong')`, 'ERROR', 'Wrong'],
  [`process.stdout.write('Ready\\n')`, 'INFO', 'Ready'],
  [`process.stderr.write('Wrong\\n')`, 'WARNING', 'Wrong'],
  [`console.log('\\u001b[32mgreen\\u001b[39m')`, 'INFO', 'green'],
  [`console.log('one\\n  two')`, 'INFO', 'one   two'],
  [`process.emitWarning('Careful')`, 'WARNING', 'Warning: Careful'],
];

const SECRETIVE = [
  `console.log('${KEY}')`,
  `console.log({ password: 'hunter' }, '${KEY}')`,
  `console.error(Object.assign(new Error('with ${KEY}'), { key: '${KEY}', password: 'hunter' }))`,
  `process.stdout.write('GET /d/a/b?key=${KEY}')`,
  `process.emitWarning('for someone@example.gov.uk')`,
];

/** Runs a program whose streams are taken over, and reads what it has written. */
function linesOf(...statements: string[]): Record<string, unknown>[] {
  const program = `
    import { takeOverStandardStreams } from '#lib/observability/standard-streams.ts';
    import { sendOutputTo } from '#lib/observability/output-sink.ts';
    takeOverStandardStreams();
    ${statements.join(';\n')}`;
  const output = execFileSync('node', ['--input-type=module-typescript', '-e', program], {
    encoding: 'utf8',
  });
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('what others write to standard output and error', { timeout: 30_000 }, () => {
  it('becomes lines of the log', () => {
    const lines = linesOf(...WRITTEN.map(([code]) => code));
    const common = { name: 'app', logType: 'application', requestId: 'no-request-id' };
    expect(lines).toMatchObject(
      WRITTEN.map(([, levelname, message]) => ({ ...common, levelname, message })),
    );
  });

  it('shows no secret', () => {
    const lines = linesOf(...SECRETIVE).map((line) => JSON.stringify(line));
    expect(lines).toHaveLength(SECRETIVE.length);
    for (const line of lines) {
      expect(line).toContain('[redacted]');
      expect(line).not.toMatch(/kQ3v|hunter|someone/);
    }
  });

  it('keeps where an error was thrown, once', () => {
    const lines = linesOf(
      `const error = new Error('Broken')`,
      `console.error('It is', error)`,
      `console.error(error)`,
    );
    expect(lines).toMatchObject([{ levelname: 'ERROR', message: 'It is' }]);
    expect(lines[0]?.['exc_info']).toMatch(/^Error: Broken\n {4}at /);
  });

  it('is nothing for an empty line, and calls back who waits for a write', () => {
    const lines = linesOf(
      `console.log('')`,
      `process.stdout.write('\\n', 'utf8', () => console.log('written'))`,
    );
    expect(lines).toMatchObject([{ message: 'written' }]);
  });

  it('goes to the log as soon as there is one', () => {
    const lines = linesOf(
      `console.log('early')`,
      `sendOutputTo(({ message }) => void process.exit(message === 'late' ? 0 : 1))`,
      `console.log('late')`,
    );
    expect(lines).toMatchObject([{ message: 'early' }]);
  });
});
