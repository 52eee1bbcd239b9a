import { expect, it } from 'vitest';
import { randomHex } from '#lib/trace/random-hex.ts';

it.each([8, 16])('%i bytes are twice as many digits', (bytes) => {
  expect(randomHex(bytes)).toMatch(new RegExp(`^[\\da-f]{${2 * bytes}}$`));
});

it('no name is given twice, however many there are', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => randomHex(index % 2 === 0 ? 8 : 16));
  expect(new Set(names).size).toBe(names.length);
});
