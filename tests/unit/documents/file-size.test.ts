import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureFileSize } from '#lib/documents/file-size.ts';
import { PROPERTY_SEED } from '#tests/support/property-seed.ts';

function sizeOf(bytes: number): string {
  const { amount, unit } = measureFileSize(bytes);
  return amount + unit;
}

describe('measureFileSize', () => {
  it.each([
    [0, '0.1KB'],
    [1, '0.1KB'],
    [51, '0.1KB'],
    [52, '0.1KB'],
    [1023, '1KB'],
    [1024, '1KB'],
    [10_240, '10KB'],
    [14_099, '13.8KB'],
    [20_480, '20KB'],
    [52_428, '51.2KB'],
    [52_429, '0.1MB'],
    [712_099, '0.7MB'],
    [1_923_823, '1.8MB'],
    [2_097_151, '2MB'],
    [10_485_760, '10MB'],
    [104_857_600, '100MB'],
    [5_368_709_120, '5120MB'],
  ])('tells %i bytes as %s', (bytes, size) => {
    expect(sizeOf(bytes)).toBe(size);
  });

  it.each([
    [256, '0.2KB'],
    [768, '0.8KB'],
    [1280, '1.2KB'],
    [1792, '1.8KB'],
    [2304, '2.2KB'],
    [51_968, '50.8KB'],
    [262_144, '0.2MB'],
    [786_432, '0.8MB'],
    [1_310_720, '1.2MB'],
  ])('rounds the tie of %i bytes to the even digit, %s', (bytes, size) => {
    expect(sizeOf(bytes)).toBe(size);
  });

  it('is at most half a tenth away from the truth and has at most one decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 52, max: 2 ** 40 }), (bytes) => {
        const { amount, unit } = measureFileSize(bytes);
        const exact = bytes / (unit === 'KB' ? 1024 : 1024 ** 2);
        expect(amount).toMatch(/^(0\.[1-9]|[1-9]\d*(\.[1-9])?)$/);
        expect(Math.abs(Number(amount) - exact)).toBeLessThanOrEqual(0.050_001);
      }),
      { seed: PROPERTY_SEED },
    );
  });
});
