import cluster from 'node:cluster';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { config } from '#lib/config/config.ts';
import { sayOnOutput } from '#lib/observability/output-sink.ts';
import { withinDeadline } from '#lib/outage/within-deadline.ts';
import { closeAll } from '#lib/process/closing.ts';
import { leave } from './leave.ts';
import { OpenConnections } from './open-connections.ts';
import { answerRequests } from './requests/answer-requests.ts';
import { loadProgram } from './requests/load-program.ts';
import { slowClientLimits } from './slow-clients.ts';
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

/** A server that takes requests. */
interface Serving {
  readonly server: Server;
  readonly connections: OpenConnections;
}

/** Serves the program of a folder until the primary has it leave. */
export async function runWorker(folder: string): Promise<void> {
  const serving = withinDeadline(serve(folder), START_WITHIN_MS).catch(endUnready);
  followPrimary(async (order) => {
    const { server, connections } = await serving;
    await leave(server, connections, order);
    await closeAll(CLOSE_WITHIN_MS);
    process.exit(0);
  });
  await serving;
  if (process.connected) process.send?.(readyMessage());
}

/** Listens once everything is there: until then others take the visitors, or they are told to come again. */
async function serve(folder: string): Promise<Serving> {
  const server = createServer(slowClientLimits, answerRequests(await loadProgram(folder)));
  const connections = new OpenConnections(server, MOST_CONNECTIONS);
  const { HOST, PORT } = config();
  await once(server.listen(PORT, HOST), 'listening');
  return { server, connections };
}

/** Else whoever watches the program would see it running, and never answering. */
function endUnready(error: unknown): never {
  sayOnOutput({ level: 'fatal', message: 'The worker could not start, so it ends', error });
  process.exit(1);
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
