import cluster from 'node:cluster';
import { subscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';
import { sayOnOutput } from '#lib/observability/output-sink.ts';
import { withinDeadline } from '#lib/outage/within-deadline.ts';
import { closeAll } from '#lib/process/closing.ts';
import { untilReady } from '#lib/process/readiness.ts';
import { holdConnections } from './hold-connections.ts';
import { leave } from './leave.ts';
import { OpenConnections } from './open-connections.ts';
import { limitSlowClients } from './slow-clients.ts';
import { isLeaveMessage, readyMessage, type LeaveOrder } from './worker-messages.ts';

const MOST_CONNECTIONS = 1_000;

/** A start takes a second; what takes so long will never come to its end. */
const START_WITHIN_MS = 30_000;

/** How long what is held back, such as error reports, has to get out at the end. */
const CLOSE_WITHIN_MS = 1_000;

/** What a worker does when its primary is gone, and with it the port: it answers who waits. */
const ORPHANED: LeaveOrder = {
  stage: 'stopping',
  listenForMs: 0,
  quietForMs: 0,
  cutAfterMs: 30_000,
};

/** Runs Next's server until the primary has it leave. */
export async function runWorker(serverFile: string): Promise<void> {
  const ready = withinDeadline(untilReady(), START_WITHIN_MS).catch(endUnready);
  let serving: { readonly server: Server; readonly connections: OpenConnections } | undefined;
  whenListening((server) => {
    limitSlowClients(server);
    holdConnections(server, ready);
    serving = { server, connections: new OpenConnections(server, MOST_CONNECTIONS) };
  });
  followPrimary(async (order) => {
    if (serving !== undefined) await leave(serving.server, serving.connections, order);
    await closeAll(CLOSE_WITHIN_MS);
    process.exit(0);
  });
  void ready.then(() => process.connected && process.send?.(readyMessage()));
  await import(serverFile);
}

/** Without this Next would hold visitors for ever, and whoever watches the program would see it running. */
function endUnready(error: unknown): never {
  sayOnOutput({ level: 'fatal', message: 'The worker could not start, so it ends', error });
  process.exit(1);
}

/** Hands over the server that Next has made, before it takes its first connection. */
function whenListening(use: (server: Server) => void): void {
  subscribe('tracing:net.server.listen:asyncEnd', (message) => {
    const { server } = message as { server: unknown };
    if (isHttpServer(server)) use(server);
  });
}

function isHttpServer(server: unknown): server is Server {
  return server instanceof Server;
}

function followPrimary(obey: (order: LeaveOrder) => Promise<void>): void {
  // A terminal or a service manager may signal all processes at once; the primary's order follows.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined);
  process.on('message', (message) => {
    if (isLeaveMessage(message)) void obey(message.leave);
  });
  const { worker } = cluster;
  worker?.once('disconnect', () => {
    // Else Node would end the process in the middle of its answers.
    worker.exitedAfterDisconnect = true;
    void obey(ORPHANED);
  });
}
