import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { holdConnections } from '#server/hold-connections.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openConnection } from '#tests/support/raw-connection.ts';

it('reads requests, and makes their connections known, only when all is ready', async () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('answer');
  });
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<undefined>();
  holdConnections(server, ready);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const early = await openConnection(port);
  early.send('GET /early HTTP/1.1\r\nHost: visitor\r\n\r\n');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(requests).toEqual([]);

  let known = 0;
  const count = () => (known += 1);
  subscribe('net.server.socket', count);
  becomeReady(undefined);
  await eventually(() => early.received().endsWith('answer'));
  unsubscribe('net.server.socket', count);
  expect(requests).toEqual(['/early']);
  expect(known).toBe(1);

  const late = await openConnection(port);
  late.send('GET /late HTTP/1.1\r\nHost: visitor\r\n\r\n');
  await eventually(() => late.received().endsWith('answer'));
  early.close();
  late.close();
  server.close();
});
