import { parseIpAddress } from './ip-address.ts';

/** Where a request says that it came from. */
export interface AddressEvidence {
  /** The address at the other end of the connection; empty when it is closed already. */
  readonly socketAddress: string;
  /** `X-Forwarded-For`, to which each proxy appends the address that it was called from. */
  readonly forwardedFor: string | readonly string[] | undefined;
  /** How many proxies in front are ours: 0 believes nobody but the socket. */
  readonly trustedProxyCount: number;
}

/**
 * The visitor's address, which no header of theirs can change: the socket's, or with n proxies the
 * n-th from the right of `X-Forwarded-For`, since only those n entries were written by our own. Where
 * that entry is missing or no address, something is wrong in front of us and the socket's stands.
 */
export function clientAddress(evidence: AddressEvidence): string {
  const { socketAddress, forwardedFor, trustedProxyCount } = evidence;
  const socket = parseIpAddress(socketAddress) ?? socketAddress;
  if (trustedProxyCount === 0 || forwardedFor === undefined) return socket;
  const entry = [forwardedFor].flat().join(',').split(',').at(-trustedProxyCount);
  if (entry === undefined) return socket;
  return parseIpAddress(withoutPort(entry.trim())) ?? socket;
}

/** Some proxies write `192.0.2.1:1234` and `[2001:db8::1]:1234`. */
function withoutPort(entry: string): string {
  const parts = /^(?:\[(?<ipv6>[^\]]*)\]|(?<ipv4>[\d.]+))(?::\d{1,5})?$/.exec(entry)?.groups;
  return parts?.['ipv6'] ?? parts?.['ipv4'] ?? entry;
}
