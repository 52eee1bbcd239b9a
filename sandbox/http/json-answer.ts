import type { Answer, AnswerHeaders } from './answer.ts';

const NON_ASCII = /[\u007f-\uffff]/g;

/** A JSON answer as Flask writes it: one line, a newline at its end, and nothing beyond ASCII. */
export function jsonAnswer(status: number, value: unknown, headers: AnswerHeaders = {}): Answer {
  const body = `${JSON.stringify(value).replace(NON_ASCII, escapeUnicode)}\n`;
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

/** A JSON answer of document-download-api that says what is wrong. */
export function errorAnswer(status: number, error: string, headers?: AnswerHeaders): Answer {
  return jsonAnswer(status, { error }, headers);
}

/** The answer of both APIs when they gave up on what stands behind them. */
export function timeoutAnswer(): Answer {
  return jsonAnswer(504, { message: 'Timeout serving request', result: 'error' });
}

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
