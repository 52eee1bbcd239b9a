import { isIPv6, SocketAddress } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressGroup, parseIpAddress } from '#lib/security/ip-address.ts';
import { PROPERTY_SEED } from '#tests/support/property-seed.ts';

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::FFFF:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:c000:0201', '192.0.2.1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::', '::'],
    ['::192.0.2.1', '::192.0.2.1'],
  ])('%s is read as %s', (text, expected) => {
    expect(parseIpAddress(text)).toBe(expected);
  });

  it.each([
    '',
    'localhost',
    '192.0.2',
    '192.0.2.1.1',
    '0300.0.2.1',
    '1::2::3',
    ' 192.0.2.1',
    '::g',
  ])('is not seen in %j', (text) => {
    expect(parseIpAddress(text)).toBeNull();
  });
});

describe('the group of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::1:0:0:1', '2001:db8:0:0::/64'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1::/64'],
    ['1::5:6:7:8', '1:0:0:0::/64'],
    ['1::4:5:6:7:8', '1:0:0:4::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['::192.0.2.1', '0:0:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (address, expected) => {
    expect(addressGroup(address)).toBe(expected);
  });

  it('is one for all that share 64 bits, and another for all others', () => {
    const part = fc.integer({ min: 0, max: 0xffff });
    const half = fc.tuple(part, part, part, part);
    fc.assert(
      fc.property(half, half, half, half, (network, host, otherNetwork, otherHost) => {
        const group = addressGroup(written([...network, ...host]));
        expect(addressGroup(written([...network, ...otherHost]))).toBe(group);
        const isSame = network.every((value, index) => value === otherNetwork[index]);
        expect(addressGroup(written([...otherNetwork, ...host])) === group).toBe(isSame);
      }),
      { seed: PROPERTY_SEED },
    );
  });
});

function written(parts: readonly number[]): string {
  const address = parts.map((part) => part.toString(16)).join(':');
  expect(isIPv6(address)).toBe(true);
  return new SocketAddress({ address, family: 'ipv6' }).address;
}
