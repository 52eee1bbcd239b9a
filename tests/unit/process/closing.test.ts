import { expect, it } from 'vitest';
import { beforeExit, closeAll } from '#lib/process/closing.ts';

it('closes everything, though one fails and another never finishes, and waits no longer than told', async () => {
  const closed: string[] = [];
  beforeExit(() => Promise.reject(new Error('lost')));
  beforeExit(() => new Promise(() => undefined));
  beforeExit(async () => {
    await Promise.resolve();
    closed.push('last');
  });
  const startedMs = performance.now();
  await closeAll(100);
  expect(closed).toEqual(['last']);
  expect(performance.now() - startedMs).toBeLessThan(2_000);
});
