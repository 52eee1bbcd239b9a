import { describe, expect, it } from 'vitest';
import { errorText } from '#lib/observability/error-text.ts';

describe('errorText', () => {
  it('says what, where and why', () => {
    const error = new TypeError('No such thing', { cause: new RangeError('Too far') });
    expect(errorText(error)).toMatch(
      /^TypeError: No such thing\n {4}at .+\nCaused by: RangeError: Too far\n {4}at /s,
    );
  });

  it('does not take a message for a line of the stack', () => {
    const text = errorText(new Error('x\n    at hunter2 (hunter2:1:2)'));
    expect(text).not.toContain('hunter2');
    expect(text).toContain('error-text.test.ts');
  });

  it('ends although a cause is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(errorText(error).match(/Caused by/g)).toHaveLength(5);
  });

  it.each([['text'], [undefined], [{ key: 'hunter2' }]])('says little of a thrown %o', (thrown) => {
    expect(errorText(thrown)).toBe(`NotAnError: a thrown ${typeof thrown}`);
  });
});
