import { channel } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Accepts connections, but reads nothing from them before `ready`: Next listens first and runs
 * `instrumentation.ts` then, and a request in between would pass by everything that is settled there.
 */
export function holdConnections(server: Server, ready: Promise<unknown>): void {
  const held: Socket[] = [];
  const hold = (socket: Socket) => held.push(socket);
  Object.assign(server, { pauseOnConnect: true });
  server.on('connection', hold);
  void ready.then(() => {
    Object.assign(server, { pauseOnConnect: false });
    server.off('connection', hold);
    for (const socket of held) release(socket);
  });
}

/** Makes the connection known to those who began to listen for connections only after it came. */
function release(socket: Socket): void {
  if (socket.destroyed) return;
  channel('net.server.socket').publish({ socket });
  socket.resume();
}
