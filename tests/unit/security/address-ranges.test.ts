import { describe, expect, it } from 'vitest';
import { parseAddressRanges } from '#lib/security/address-ranges.ts';

describe('address ranges', () => {
  it.each([
    ['10.1.2.3', ['10.0.0.0/8'], true],
    ['11.1.2.3', ['10.0.0.0/8'], false],
    ['192.0.2.7', ['192.0.2.7'], true],
    ['192.0.2.8', ['192.0.2.7'], false],
    ['192.0.2.8', ['10.0.0.0/8', '192.0.2.0/24'], true],
    ['2001:db8:5::1', ['2001:db8::/32'], true],
    ['2001:db9::1', ['2001:db8::/32'], false],
    ['2001:db8::1', ['2001:DB8:0::1'], true],
    ['198.51.100.1', ['0.0.0.0/0'], true],
    ['2001:db8::1', ['0.0.0.0/0'], false],
    ['198.51.100.1', ['::/0'], true],
    ['198.51.100.1', [], false],
    ['', ['0.0.0.0/0', '::/0'], false],
  ])('hold %j in %j: %s', (address, ranges, expected) => {
    expect(parseAddressRanges(ranges).includes(address)).toBe(expected);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/-1',
    '10.0/8',
    '2001:db8::/129',
    'example',
    '',
    '/8',
  ])('refuse %j', (range) => {
    expect(() => parseAddressRanges([range])).toThrow(RangeError);
  });
});
