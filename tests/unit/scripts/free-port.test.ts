import { expect, it } from 'vitest';
import { findFreePort } from '#scripts/free-port.ts';

const COUNT = 500;

it('finds no port twice, though nobody listens on the ones that were found', async () => {
  const ports = new Set<number>();
  for (let found = 0; found < COUNT; found += 1) ports.add(await findFreePort());
  expect(ports.size).toBe(COUNT);
});
