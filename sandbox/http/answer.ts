import { STATUS_CODES } from 'node:http';

/** What one of the sandbox's APIs answers, before it is written to the socket. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Time to wait before the first byte. */
  readonly delayMs?: number;
  /** How the answer goes wrong on its way; whole when absent. */
  readonly delivery?: 'stall-headers' | 'stall-body' | 'reset';
}

type Headers = Readonly<Record<string, string>>;

const NON_ASCII = /[\u007f-\uffff]/g;

/** A JSON answer as Flask writes it: one line, a newline at its end, and nothing beyond ASCII. */
export function jsonAnswer(status: number, value: unknown, headers: Headers = {}): Answer {
  const body = `${JSON.stringify(value).replace(NON_ASCII, escapeUnicode)}\n`;
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

/** A JSON answer of document-download-api that says what is wrong. */
export function errorAnswer(status: number, error: string, headers: Headers = {}): Answer {
  return jsonAnswer(status, { error }, headers);
}

/** The answer of both APIs when they gave up on what stands behind them. */
export function timeoutAnswer(): Answer {
  return jsonAnswer(504, { message: 'Timeout serving request', result: 'error' });
}

const EXPLANATIONS: Readonly<Record<number, string>> = {
  400: 'The browser (or proxy) sent a request that this server could not understand.',
  404: 'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
  405: 'The method is not allowed for the requested URL.',
  415: 'Did not attempt to load JSON data because the request Content-Type was not &#39;application/json&#39;.',
  500: 'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.',
};

/** The HTML that the APIs' web framework answers of its own accord. */
export function htmlErrorAnswer(status: number, headers: Headers = {}): Answer {
  const title = STATUS_CODES[status] ?? 'Error';
  return htmlAnswer(status, `${status} ${title}`, title, EXPLANATIONS[status] ?? title, headers);
}

/** A redirect with the HTML that the APIs' web framework puts under it. */
export function redirectAnswer(location: string): Answer {
  const href = location.replaceAll('&', '&amp;').replaceAll('"', '&#34;');
  const explanation = `You should be redirected automatically to the target URL: <a href="${href}">${href}</a>. If not, click the link.`;
  return htmlAnswer(302, 'Redirecting...', 'Redirecting...', explanation, { Location: location });
}

function htmlAnswer(
  status: number,
  title: string,
  heading: string,
  text: string,
  headers: Headers,
): Answer {
  const close = status === 302 ? '' : '</p>';
  const body = `<!doctype html>\n<html lang=en>\n<title>${title}</title>\n<h1>${heading}</h1>\n<p>${text}${close}\n`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body };
}

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
