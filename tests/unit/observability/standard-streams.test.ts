import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const KEY = 'kQ3vZ0mT9xLr5wYb7NcE2uPq8sHd4fJg1aVo6iXt_-M';

/** Runs a piece of a program whose streams are taken over, and reads what it has written. */
function linesOf(code: string): Record<string, unknown>[] {
  const program = `
    import { takeOverStandardStreams } from '#lib/observability/standard-streams.ts';
    import { sendOutputTo, sayOnOutput } from '#lib/observability/output-sink.ts';
    takeOverStandardStreams();
    ${code}`;
  const output = execFileSync('node', ['--input-type=module-typescript', '-e', program], {
    encoding: 'utf8',
  });
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('what others write to standard output and error', () => {
  it.each([
    [`console.log('Ready in %dms', 12)`, 'INFO', 'Ready in 12ms'],
    [`console.info('Ready')`, 'INFO', 'Ready'],
    [`console.warn('Careful')`, 'WARNING', 'Careful'],
    [`console.error('Wrong')`, 'ERROR', 'Wrong'],
    [`process.stdout.write('Ready\\n')`, 'INFO', 'Ready'],
    [`process.stderr.write('Wrong\\n')`, 'WARNING', 'Wrong'],
    [`process.emitWarning('Careful')`, 'WARNING', 'Warning: Careful'],
    [`console.log('\\u001b[32mgreen\\u001b[39m')`, 'INFO', 'green'],
    [`console.log('one\\n  two')`, 'INFO', 'one   two'],
  ])('by %s becomes a line of the log', (code, levelname, message) => {
    expect(linesOf(code)).toMatchObject([
      { name: 'app', levelname, message, logType: 'application', requestId: 'no-request-id' },
    ]);
  });

  it('keeps where an error was thrown, once', () => {
    const lines = linesOf(`
      const error = new Error('Broken');
      console.error('It is', error);
      console.error(error);`);
    expect(lines).toMatchObject([{ levelname: 'ERROR', message: 'It is' }]);
    expect(lines[0]?.['exc_info']).toMatch(/^Error: Broken\n {4}at /);
  });

  it.each([
    `console.log('${KEY}')`,
    `console.log({ password: 'hunter' }, '${KEY}')`,
    `console.error(Object.assign(new Error('with ${KEY}'), { key: '${KEY}', password: 'hunter' }))`,
    `process.stdout.write('GET /d/a/b?key=${KEY}')`,
    `process.emitWarning('for someone@example.gov.uk')`,
  ])('shows no secret after %s', (code) => {
    const text = JSON.stringify(linesOf(code));
    expect(text).toContain('[redacted]');
    expect(text).not.toMatch(/kQ3v|hunter|someone/);
  });

  it('says nothing for an empty line', () => {
    expect(linesOf(`console.log(''); process.stdout.write('\\n')`)).toEqual([]);
  });

  it('calls back who waits for a write', () => {
    expect(linesOf(`process.stdout.write('', 'utf8', () => console.log('written'))`)).toMatchObject(
      [{ message: 'written' }],
    );
  });

  it('goes to the log as soon as there is one', () => {
    const lines = linesOf(`
      sendOutputTo(({ message }) => process.nextTick(() => {
        sendOutputTo(() => undefined);
      }));
      console.log('lost on purpose');`);
    expect(lines).toEqual([]);
  });
});
