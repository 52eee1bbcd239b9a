import { describe, expect, it } from 'vitest';
import { clientAddress } from '#lib/security/client-address.ts';

const SOCKET = '192.0.2.9';

describe('the client address', () => {
  it.each([
    ['the socket’s', { socketAddress: SOCKET }, SOCKET],
    ['IPv4 where the socket speaks IPv6', { socketAddress: '::ffff:192.0.2.9' }, SOCKET],
    ['without the zone', { socketAddress: 'fe80::1%eth0' }, 'fe80::1'],
    ['empty where the connection is gone', { socketAddress: '' }, ''],
  ])('is %s without proxies', (_, { socketAddress }, expected) => {
    const evidence = { socketAddress, forwardedFor: '198.51.100.1', trustedProxyCount: 0 };
    expect(clientAddress(evidence)).toBe(expected);
  });

  it.each([
    ['what the one proxy wrote', '203.0.113.5', 1, '203.0.113.5'],
    ['what the last proxy wrote, not the visitor', '198.51.100.1, 203.0.113.5', 1, '203.0.113.5'],
    ['what the outer of two proxies wrote', 'forged, 203.0.113.5, 10.0.0.1', 2, '203.0.113.5'],
    ['the same from several header lines', ['forged', '203.0.113.5', '10.0.0.1'], 2, '203.0.113.5'],
    ['without spaces between entries', '198.51.100.1,203.0.113.5', 1, '203.0.113.5'],
    ['without its port', '203.0.113.5:4711', 1, '203.0.113.5'],
    ['IPv6', '2001:DB8:0:0::5', 1, '2001:db8::5'],
    ['IPv6 without its brackets', '[2001:db8::5]', 1, '2001:db8::5'],
    ['IPv6 without brackets and port', '[2001:db8::5]:4711', 1, '2001:db8::5'],
    ['IPv4 mapped into IPv6', '::ffff:cb00:7105', 1, '203.0.113.5'],
  ])('is %s', (_, forwardedFor, trustedProxyCount, expected) => {
    const evidence = { socketAddress: SOCKET, forwardedFor, trustedProxyCount };
    expect(clientAddress(evidence)).toBe(expected);
  });

  it.each([
    ['is missing', undefined, 1],
    ['is empty', '', 1],
    ['has fewer entries than there are proxies', '198.51.100.1', 2],
    ['has no address at the place that counts', '198.51.100.1, unknown', 1],
    ['has an empty entry there', '198.51.100.1, ', 1],
    ['has an address out of range there', '203.0.113.256', 1],
    ['has an address in an odd notation there', '0xcb.0.113.5', 1],
    ['has a port out of range there', '203.0.113.5:123456', 1],
    ['has an unclosed bracket there', '[2001:db8::5', 1],
    ['has text around the address there', 'for=203.0.113.5', 1],
  ])('is the socket’s when the header %s', (_, forwardedFor, trustedProxyCount) => {
    const evidence = { socketAddress: SOCKET, forwardedFor, trustedProxyCount };
    expect(clientAddress(evidence)).toBe(SOCKET);
  });

  it.each(['198.51.100.1', '::1', '[::1]:80', '10.0.0.1, 10.0.0.2', 'x'.repeat(100_000), ',,,,'])(
    'is not changed by a forged entry in front',
    (forged) => {
      const forwardedFor = `${forged}, 203.0.113.5, 10.0.0.1`;
      const evidence = { socketAddress: SOCKET, forwardedFor, trustedProxyCount: 2 };
      expect(clientAddress(evidence)).toBe('203.0.113.5');
    },
  );
});
