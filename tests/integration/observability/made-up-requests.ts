import { randomBytes } from 'node:crypto';
import { METHODS } from 'node:http';

const LAST = 'GET /metrics/none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';

/** All that Node reads, but for the one that asks for a tunnel and ends the connection. */
const methods = METHODS.filter((method) => method !== 'CONNECT');

/** Where a stranger's inventions can stand in a path. */
const places = ['/', '/d/', '/preview/of/', '/services/', '/assets/', '/metrics/', '/_next/'];

/** So many requests in a row, with methods, paths, hosts and headers that somebody made up. */
export function madeUpRequests(count: number): string {
  const all = Array.from({ length: count - 1 }, (_, index) => madeUpRequest(index));
  return all.join('') + LAST;
}

function madeUpRequest(index: number): string {
  const random = randomBytes(12).toString('hex');
  const method = methods[index % methods.length] ?? '';
  const place = places[index % places.length] ?? '';
  return [
    `${method} ${place}${random}?${random}=${random} HTTP/1.1`,
    `Host: ${random}.example`,
    `User-Agent: ${random}`,
    `X-B3-TraceId: ${random}`,
    `Accept-Language: ${random}`,
    `Cookie: ${random}=${random}`,
    `X-${random}: ${random}`,
    '',
    '',
  ].join('\r\n');
}
