import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenConnections } from '#server/open-connections.ts';
import { eventually } from '#tests/support/eventually.ts';
import { openConnection, type RawConnection } from '#tests/support/raw-connection.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';

const REQUEST = 'GET / HTTP/1.1\r\nHost: visitor\r\n\r\n';
const UNFINISHED_FORM = 'POST / HTTP/1.1\r\nHost: visitor\r\nContent-Length: 9\r\n\r\n1';

let server: Server;
let connections: OpenConnections;
let port: number;
let pending: ServerResponse[];
let opened: RawConnection[];

beforeEach(async () => {
  pending = [];
  opened = [];
  server = createServer((_, response) => pending.push(response));
  connections = new OpenConnections(server, 2);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  for (const connection of opened) connection.close();
  server.close();
  await once(server, 'close');
});

/** Opens a connection and waits until the server has it and what was sent on it. */
async function open(text = ''): Promise<RawConnection> {
  const [accepted, asked] = [once(server, 'connection'), once(server, 'request')];
  const connection = await openConnection(port);
  opened.push(connection);
  await accepted;
  if (text !== '') connection.send(text);
  if (text.includes('\r\n\r\n')) await asked;
  return connection;
}

function answerAll(): void {
  for (const response of pending.splice(0)) response.end('answer');
}

/** Whether a connection is closed within the time in which one would be that was not spared. */
function isClosed({ closed }: RawConnection): Promise<boolean> {
  return settlesWithin(closed, 100);
}

describe('a newcomer at the limit', () => {
  it.each([
    ['says nothing', ''],
    ['has not finished its headers', 'GET / HTTP/1.1\r\nX-Slow: '],
    ['has not finished its form', UNFINISHED_FORM],
  ])('takes the place of a client that %s', async (_, text) => {
    const [slow, asking] = [await open(text), await open(REQUEST)];
    const newcomer = await open(REQUEST);
    await slow.closed;
    answerAll();
    await eventually(() => newcomer.received().endsWith('answer'));
    expect(asking.received()).toMatch(/answer$/);
  });

  it('takes the place of the one that has been quiet for longest', async () => {
    const [first, second] = [await open(REQUEST), await open(REQUEST)];
    pending.pop()?.end('answer');
    await eventually(() => second.received() !== '');
    answerAll();
    await eventually(() => first.received() !== '');
    await open();
    await second.closed;
    expect(await isClosed(first)).toBe(false);
  });

  it('is turned away when all others wait for their answers', async () => {
    const asking = [await open(REQUEST), await open(REQUEST)];
    await (
      await openConnection(port)
    ).closed;
    answerAll();
    await eventually(() => asking.every((one) => one.received().endsWith('answer')));
  });
});

describe('closing quiet connections', () => {
  it('spares those that wait for an answer', async () => {
    const [quiet, asking] = [await open(), await open(REQUEST)];
    connections.closeQuietOnes(0);
    await quiet.closed;
    expect(await isClosed(asking)).toBe(false);
  });

  it('spares those on which something went on just now', async () => {
    const connection = await open();
    connections.closeQuietOnes(10_000);
    expect(await isClosed(connection)).toBe(false);
  });

  it('counts a connection as quiet again after the last of several answers', async () => {
    const connection = await open(REQUEST + REQUEST);
    await eventually(() => pending.length === 2);
    pending[0]?.end('answer');
    await eventually(() => connection.received() !== '');
    connections.closeQuietOnes(0);
    expect(await isClosed(connection)).toBe(false);
    pending[1]?.end('answer');
    await eventually(() => connection.received().split('answer').length === 3);
    connections.closeQuietOnes(0);
    await connection.closed;
  });
});

it('cuts all connections, also those that wait for an answer', async () => {
  const all = [await open(), await open(REQUEST)];
  connections.cutAll();
  await Promise.all(all.map(({ closed }) => closed));
});
