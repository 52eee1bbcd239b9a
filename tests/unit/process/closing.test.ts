import { expect, it } from 'vitest';
import { beforeExit, closeAll } from '#lib/process/closing.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';

it('closes everything, though one fails and another never finishes, and waits no longer than told', async () => {
  const closed: string[] = [];
  beforeExit(() => Promise.reject(new Error('lost')));
  beforeExit(() => new Promise(() => undefined));
  beforeExit(async () => {
    await Promise.resolve();
    closed.push('last');
  });
  expect(await settlesWithin(closeAll(100), 200)).toBe(true);
  expect(closed).toEqual(['last']);
});
