import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerControl } from './answer-control.ts';
import { parseDocumentPath } from './document-download-api/parse-document-path.ts';
import type { ApiName } from './faults/fault.ts';
import { spoilAnswer } from './faults/spoil-answer.ts';
import type { Answer } from './http/answer.ts';
import type { Operation } from './http/call-log.ts';
import { htmlErrorAnswer } from './http/html-answer.ts';
import { readBody } from './http/read-body.ts';
import { sendAnswer } from './http/send-answer.ts';
import { traceHeaders } from './http/trace-headers.ts';
import type { SandboxState } from './sandbox-state.ts';

/** Answers one request to either API or to the switches. */
export async function handleRequest(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { path, query } = splitUrl(request.url ?? '/');
  const extra = traceHeaders(request.headers);
  try {
    const answer = path.startsWith('/_sandbox/')
      ? await answerControl(state, request, path)
      : await answerCall(state, request, path, query);
    sendAnswer(response, answer, extra);
  } catch (error) {
    console.error(error);
    sendAnswer(response, htmlErrorAnswer(500), extra);
  }
}

async function answerCall(
  state: SandboxState,
  request: IncomingMessage,
  path: string,
  query: string,
): Promise<Answer> {
  const { headers, method = 'GET' } = request;
  const isNotify = path.startsWith('/service/');
  const operation: Operation = isNotify
    ? 'service'
    : (parseDocumentPath(path)?.operation ?? 'unknown');
  state.callLog.add({ operation, method, path, headers, timeMs: state.nowMs() });
  const answer = isNotify
    ? state.notifyApi({ method, path, authorization: headers.authorization })
    : await state.documentDownloadApi.answer({
        method,
        path,
        query,
        cookie: headers.cookie,
        contentType: headers['content-type'],
        readBody: () => readBody(request),
      });
  return strike(state, isNotify ? 'notify' : 'documents', answer);
}

/** The answer after the fault that is switched on for its API, if its turn has come. */
function strike(state: SandboxState, api: ApiName, answer: Answer): Answer {
  const fault = state.faults[api];
  if (fault === undefined || state.random() >= (fault.rate ?? 1)) return answer;
  return spoilAnswer(answer, fault);
}

function splitUrl(url: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark) };
}
