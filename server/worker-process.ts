import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { logNativeOutput } from '#lib/observability/native-output.ts';
import { isReadyMessage, leaveMessage, type LeaveOrder } from './worker-messages.ts';

/** How a worker came to its end. */
export interface WorkerEnd {
  /** For the log: its exit code, or the signal that ended it. */
  readonly cause: string;
  /** For how many milliseconds it could answer; 0 when it never could. */
  readonly servedMs: number;
}

/** A worker as the primary sees it. */
export interface WorkerProcess {
  readonly pid: number;
  /** Resolves when it can answer; never, when it dies before that. */
  readonly ready: Promise<unknown>;
  /** Resolves when it has ended. */
  readonly ended: Promise<WorkerEnd>;
  /** Tells it to leave. */
  leave(order: LeaveOrder): void;
  /** Ends it at once. */
  kill(): void;
}

// The workers accept connections themselves. If the primary handed them out in turn, one on its way
// to a worker that dies would hang, and a worker that is stuck would get its share.
cluster.schedulingPolicy = cluster.SCHED_NONE;

/**
 * What starts a worker: this very program once more, as a child.
 * @param flags of Node
 * @param environment beside that of this process
 */
export function workerStarter(
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
): () => WorkerProcess {
  // Standard error is ours: a worker writes there only when it breaks down.
  cluster.setupPrimary({ stdio: ['ignore', 'inherit', 'pipe', 'ipc'], execArgv: [...flags] });
  return () => watch(cluster.fork(environment));
}

function watch(worker: Worker): WorkerProcess {
  const pid = worker.process.pid ?? 0;
  if (worker.process.stderr) logNativeOutput(worker.process.stderr, pid);
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<undefined>();
  let readySinceMs: number | undefined;
  worker.on('message', (message: unknown) => {
    if (!isReadyMessage(message)) return;
    readySinceMs = performance.now();
    becomeReady(undefined);
  });
  // A message to a worker that has just died fails, and that it died is told by its exit.
  worker.on('error', () => undefined);
  return {
    pid,
    ready,
    ended: once(worker, 'exit').then((exit) => {
      const [code, signal] = exit as [number | null, string | null];
      return {
        cause: signal ?? `exit code ${code ?? 'unknown'}`,
        servedMs: readySinceMs === undefined ? 0 : performance.now() - readySinceMs,
      };
    }),
    leave: (order) => {
      // Node's mark of an end that was planned, which metrics tell from a crash.
      worker.exitedAfterDisconnect = true;
      if (worker.isConnected()) worker.send(leaveMessage(order));
    },
    kill: () => void worker.process.kill('SIGKILL'),
  };
}
