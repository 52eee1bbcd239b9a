import { BlockList, isIP, isIPv6 } from 'node:net';
import { parseIpAddress } from './ip-address.ts';

/** Addresses and ranges of them. */
export interface AddressRanges {
  /** Takes the spelling of `parseIpAddress`; what is no address is in no range. */
  includes(address: string): boolean;
}

/**
 * Reads ranges written as `192.0.2.0/24`, `2001:db8::/32` or a single address.
 * @throws {RangeError} naming the first that is none.
 */
export function parseAddressRanges(ranges: readonly string[]): AddressRanges {
  const list = new BlockList();
  for (const range of ranges) {
    const [text = '', bits] = range.split('/');
    const address = parseIpAddress(text);
    const longest = address !== null && isIPv6(address) ? 128 : 32;
    const prefix = bits === undefined ? longest : Number(/^\d{1,3}$/.exec(bits)?.[0] ?? NaN);
    if (address === null || !(prefix <= longest)) throw new RangeError(`${range} is no range`);
    list.addSubnet(address, prefix, familyOf(address));
  }
  return {
    includes: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)),
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
