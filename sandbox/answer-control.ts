import type { IncomingMessage } from 'node:http';
import { FaultError, parseFaults } from './faults/parse-faults.ts';
import type { Answer } from './http/answer.ts';
import { errorAnswer, jsonAnswer } from './http/json-answer.ts';
import { readBody } from './http/read-body.ts';
import { resetState, type SandboxState } from './sandbox-state.ts';

const NOTHING: Answer = { status: 204, headers: {}, body: '' };

/**
 * The switches of the sandbox over HTTP, for programs that did not start it: `/_sandbox/faults`
 * (GET, PUT, DELETE), `/_sandbox/calls` (GET, DELETE) and `/_sandbox/reset` (POST).
 */
export async function answerControl(
  state: SandboxState,
  request: IncomingMessage,
  path: string,
): Promise<Answer> {
  switch (`${request.method ?? ''} ${path}`) {
    case 'GET /_sandbox/faults':
      return jsonAnswer(200, state.faults);
    case 'PUT /_sandbox/faults':
      return switchFaults(state, await readBody(request));
    case 'DELETE /_sandbox/faults':
      state.faults = {};
      return NOTHING;
    case 'GET /_sandbox/calls':
      return jsonAnswer(200, { counts: state.callLog.counts, calls: state.callLog.calls });
    case 'DELETE /_sandbox/calls':
      state.callLog.clear();
      return NOTHING;
    case 'POST /_sandbox/reset':
      resetState(state);
      return NOTHING;
    default:
      return errorAnswer(404, 'No such switch');
  }
}

function switchFaults(state: SandboxState, json: string): Answer {
  try {
    state.faults = parseFaults(json);
    return jsonAnswer(200, state.faults);
  } catch (error) {
    if (error instanceof FaultError) return errorAnswer(400, error.message);
    throw error;
  }
}
