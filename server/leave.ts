import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { startDraining } from '#lib/process/draining.ts';
import type { OpenConnections } from './open-connections.ts';
import type { LeaveOrder } from './worker-messages.ts';

const LOOK_EVERY_MS = 100;

/** Serves on until nobody is left who waits for an answer, or until time is up. */
export async function leave(
  server: Server,
  connections: OpenConnections,
  order: LeaveOrder,
): Promise<void> {
  startDraining(order.stage);
  const cut = setTimeout(() => connections.cutAll(), order.cutAfterMs);
  await wait(order.listenForMs);
  const allGone = once(server, 'close');
  stopListening(server);
  const look = setInterval(() => connections.closeQuietOnes(order.quietForMs), LOOK_EVERY_MS);
  await allGone;
  clearInterval(look);
  clearTimeout(cut);
}

/** Unlike the method of an HTTP server, this leaves quiet connections open. */
function stopListening(server: Server): void {
  NetServer.prototype.close.call(server);
}
