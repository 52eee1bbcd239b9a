import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { findFreePort } from '#scripts/free-port.ts';

/**
 * What the proxy does with connections, open ones and new ones:
 * - `pass`: hands everything on, and first what was held back by `stall`;
 * - `refuse`: listens no more and ends the connections;
 * - `black-hole`: accepts, and swallows whatever is sent;
 * - `stall`: accepts, and holds back whatever is sent;
 * - `reset`: answers with a reset.
 */
export type Fault = 'pass' | 'refuse' | 'black-hole' | 'stall' | 'reset';

/** Stands between a client and a server on 127.0.0.1, and misbehaves on command. */
export interface TcpFaultProxy {
  readonly port: number;
  become(fault: Fault): Promise<void>;
  /** Lets everything take longer by this, in each direction. */
  delay(latencyMs: number): void;
  stop(): Promise<void>;
}

/** Starts a proxy that passes everything on. */
export async function startTcpFaultProxy(targetPort: number): Promise<TcpFaultProxy> {
  const port = await findFreePort();
  const sockets = new Set<Socket>();
  let fault: Fault = 'pass';
  let latencyMs = 0;
  let heldBack: (() => void)[] = [];

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  }

  function forward(from: Socket, to: Socket): void {
    const send = (act: () => void) => {
      if (fault === 'stall') heldBack.push(act);
      else if (fault === 'pass') setTimeout(act, latencyMs);
    };
    from.on('data', (chunk) => send(() => to.write(chunk)));
    from.on('end', () => send(() => to.end()));
    from.on('close', () => send(() => to.destroy()));
  }

  const server = createServer({ noDelay: true }, (client) => {
    keep(client);
    if (fault === 'reset') {
      client.resetAndDestroy();
      return;
    }
    const target = keep(connect({ port: targetPort, host: '127.0.0.1', noDelay: true }));
    forward(client, target);
    forward(target, client);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    port,
    async become(next) {
      fault = next;
      if (next === 'refuse') {
        server.close();
        for (const socket of sockets) socket.destroy();
      } else if (!server.listening) {
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
      }
      if (next === 'reset') for (const socket of sockets) socket.resetAndDestroy();
      if (next !== 'pass') return;
      for (const act of heldBack) act();
      heldBack = [];
    },
    delay(ms) {
      latencyMs = ms;
    },
    async stop() {
      const closed = server.listening ? once(server, 'close') : undefined;
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
