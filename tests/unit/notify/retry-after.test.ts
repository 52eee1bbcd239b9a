import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '#lib/notify/retry-after.ts';

const NOW_MS = Date.parse('2026-11-23T12:00:00.500Z');

describe('parseRetryAfter', () => {
  it.each([
    ['300', 300],
    ['0', 0],
    ['Mon, 23 Nov 2026 12:01:00 GMT', 60],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['Mon, 99 Foo 2026 11:00:00 GMT', undefined],
    ['soon', undefined],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['9'.repeat(30), undefined],
    [undefined, undefined],
  ])('reads %j as %j seconds', (header, seconds) => {
    expect(parseRetryAfter(header, NOW_MS)).toBe(seconds);
  });
});
