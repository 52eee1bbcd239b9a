import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { countConnections } from '#bench/rig/count-connections.ts';

it('counts the connections of a process to a port, and no others', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  const other = createServer().listen(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(other, 'listening')]);
  const { port } = server.address() as AddressInfo;
  const { port: otherPort } = other.address() as AddressInfo;
  const clients = [port, port, otherPort].map((to) => connect(to, '127.0.0.1'));
  await Promise.all(clients.map((client) => once(client, 'connect')));
  expect(countConnections(process.pid, port)).toBe(2);
  for (const client of clients) client.destroy();
  server.close();
  other.close();
});
