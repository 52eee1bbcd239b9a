import type { DocumentDownloadApi } from './document-download-api/document-download-api.ts';
import type { FaultSwitches } from './faults/fault.ts';
import type { CallLog } from './http/call-log.ts';
import type { NotifyApi } from './notify-api/create-notify-api.ts';

/** What one running sandbox consists of, and what can be changed while it runs. */
export interface SandboxState {
  readonly notifyApi: NotifyApi;
  readonly documentDownloadApi: DocumentDownloadApi;
  readonly callLog: CallLog;
  faults: FaultSwitches;
  readonly nowMs: () => number;
  /** From 0 up to 1: decides which calls a fault with a rate strikes. */
  readonly random: () => number;
}

/** Switches all faults off and forgets calls and attempts. */
export function resetState(state: SandboxState): void {
  state.faults = {};
  state.callLog.clear();
  state.documentDownloadApi.clearAttempts();
}
