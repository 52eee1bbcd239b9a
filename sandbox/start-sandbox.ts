import { createServer } from 'node:http';
import { DocumentDownloadApi } from './document-download-api/document-download-api.ts';
import type { SandboxDocument } from './document-download-api/sandbox-document.ts';
import type { FaultSwitches } from './faults/fault.ts';
import { handleRequest } from './handle-request.ts';
import { CallLog, type Call, type Operation } from './http/call-log.ts';
import { close, listen } from './http/listen.ts';
import { createNotifyApi } from './notify-api/create-notify-api.ts';
import type { SandboxService } from './notify-api/sandbox-service.ts';
import { sampleDocuments, sampleServices } from './samples.ts';
import { sandboxDefaults } from './sandbox-defaults.ts';
import { resetState, type SandboxState } from './sandbox-state.ts';

/** How a sandbox is to be; what is left out is as in {@link sandboxDefaults}. */
export interface SandboxOptions {
  /** A free one when absent. */
  readonly port?: number;
  readonly host?: string;
  /** Where readers without an access cookie are sent back to. */
  readonly frontendUrl?: string;
  /** The address that links to files begin with; the sandbox's own when absent. */
  readonly publicUrl?: string;
  readonly adminClientUserName?: string;
  readonly adminClientSecret?: string;
  /** How long slow services and documents take. */
  readonly slowMs?: number;
  readonly services?: readonly SandboxService[];
  readonly documents?: readonly SandboxDocument[];
  readonly nowMs?: () => number;
  readonly random?: () => number;
}

/** A running sandbox: both APIs on one port. */
export interface Sandbox {
  readonly url: string;
  readonly port: number;
  /** Set to switch faults on; `{}` switches them off. */
  faults: FaultSwitches;
  /** The latest calls to the APIs, oldest first, at most 2,000. */
  readonly calls: readonly Call[];
  /** How many calls there were of each kind. */
  readonly counts: Readonly<Record<Operation, number>>;
  /** Forgets the calls. */
  clearCalls(): void;
  /** Switches the faults off and forgets calls and attempts. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Starts stand-ins of Notify API and document-download-api.
 *
 * @throws the system's error where the port cannot be had
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host, ...defaults } = sandboxDefaults;
  const server = createServer({ keepAliveTimeout: 90_000 });
  const port = await listen(server, options.port ?? 0, options.host ?? host);
  const url = `http://${options.host ?? host}:${port}`;
  const state = createState({ ...defaults, publicUrl: url, ...options });
  server.on('request', (request, response) => void handleRequest(state, request, response));
  return {
    url,
    port,
    get faults() {
      return state.faults;
    },
    set faults(faults) {
      state.faults = faults;
    },
    get calls() {
      return state.callLog.calls;
    },
    get counts() {
      return state.callLog.counts;
    },
    clearCalls: () => state.callLog.clear(),
    reset: () => resetState(state),
    close: () => close(server),
  };
}

type Settled = 'publicUrl' | 'frontendUrl' | 'adminClientUserName' | 'adminClientSecret' | 'slowMs';

function createState(
  options: SandboxOptions & Required<Pick<SandboxOptions, Settled>>,
): SandboxState {
  const { services = sampleServices, documents = sampleDocuments, nowMs = Date.now } = options;
  return {
    notifyApi: createNotifyApi({
      services,
      clientId: options.adminClientUserName,
      secret: options.adminClientSecret,
      slowMs: options.slowMs,
      nowMs,
    }),
    documentDownloadApi: new DocumentDownloadApi({
      documents,
      publicUrl: options.publicUrl,
      frontendUrl: options.frontendUrl,
      signingSecret: sandboxDefaults.signingSecret,
      slowMs: options.slowMs,
      nowMs,
    }),
    callLog: new CallLog(),
    faults: {},
    nowMs,
    random: options.random ?? Math.random,
  };
}
