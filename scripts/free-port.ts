import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections: one of those could take the port
 * between the moment it is found and the moment it is used.
 */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_767;

/** One process starts where another hardly does, and goes on from there. */
let nextPort = randomInt(FIRST_PORT, LAST_PORT + 1);

/**
 * Finds a port of 127.0.0.1 that nobody listens on at present. What it has found it does not find again,
 * since nobody may listen there yet, until it has been through all ports.
 */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = nextPort;
    nextPort = port === LAST_PORT ? FIRST_PORT : port + 1;
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
