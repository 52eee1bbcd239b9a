import { isIPv4, isIPv6, SocketAddress } from 'node:net';

/**
 * Reads an address in one spelling: IPv6 compressed and in lower case, without its zone; IPv4 as
 * such even where it is mapped into IPv6 (`::ffff:192.0.2.1`). `null` when it is no IP address.
 */
export function parseIpAddress(text: string): string | null {
  if (isIPv4(text)) return text;
  if (!isIPv6(text)) return null;
  const [withoutZone = ''] = text.split('%');
  const { address } = new SocketAddress({ address: withoutZone, family: 'ipv6' });
  const mapped = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : '';
  return isIPv4(mapped) ? mapped : address;
}

/**
 * What limits count as one visitor: an IPv4 address, or the 64 bits of an IPv6 address that stand
 * for a household or a host, which may choose the other 64 at will. Takes the spelling of
 * {@link parseIpAddress}; anything else is its own group.
 */
export function addressGroup(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = [], tail] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8).fill('0');
  const groups =
    tail === undefined ? head : [...head, ...zeros.slice(head.length + tail.length), ...tail];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
