import { wholeAnswer } from '#lib/request/whole-answer.ts';

/** An answer for programs. */
export function answerJson(body: object, status = 200): Response {
  const headers = { 'Content-Type': 'application/json' };
  return wholeAnswer(JSON.stringify(body), { status, headers });
}
