import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';

/** Writes an answer, late or broken where it says so. Node leaves the body out of answers to HEAD. */
export function sendAnswer(
  response: ServerResponse,
  answer: Answer,
  extra: Answer['headers'],
): void {
  if (answer.delayMs === undefined) {
    write(response, answer, extra);
    return;
  }
  const timer = setTimeout(() => write(response, answer, extra), answer.delayMs);
  response.once('close', () => clearTimeout(timer));
}

function write(response: ServerResponse, answer: Answer, extra: Answer['headers']): void {
  if (answer.delivery === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (answer.delivery === 'stall-headers') return;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...extra,
    'Content-Length': Buffer.byteLength(answer.body),
  });
  if (answer.delivery === 'stall-body') {
    response.write(answer.body.slice(0, Math.ceil(answer.body.length / 2)));
    return;
  }
  response.end(answer.body);
}
