import { STATUS_CODES } from 'node:http';
import type { Answer, AnswerHeaders } from './answer.ts';

const EXPLANATIONS: Readonly<Record<number, string>> = {
  400: 'The browser (or proxy) sent a request that this server could not understand.',
  404: 'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
  405: 'The method is not allowed for the requested URL.',
  415: 'Did not attempt to load JSON data because the request Content-Type was not &#39;application/json&#39;.',
  500: 'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.',
};

/** The HTML that the APIs' web framework answers of its own accord. */
export function htmlErrorAnswer(status: number, headers: AnswerHeaders = {}): Answer {
  const reason = STATUS_CODES[status] ?? 'Error';
  const body = page(`${status} ${reason}`, reason, `<p>${EXPLANATIONS[status] ?? reason}</p>`);
  return htmlAnswer(status, body, headers);
}

/** A redirect with the HTML that the APIs' web framework puts under it. */
export function redirectAnswer(location: string): Answer {
  const href = location.replaceAll('&', '&amp;').replaceAll('"', '&#34;');
  const text = `<p>You should be redirected automatically to the target URL: <a href="${href}">${href}</a>. If not, click the link.`;
  return htmlAnswer(302, page('Redirecting...', 'Redirecting...', text), { Location: location });
}

/** An answer to `OPTIONS`: the methods, and no body. */
export function optionsAnswer(allowed: readonly string[]): Answer {
  return htmlAnswer(200, '', { Allow: allowed.join(', ') });
}

function htmlAnswer(status: number, body: string, headers: AnswerHeaders): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body };
}

function page(title: string, heading: string, content: string): string {
  return `<!doctype html>\n<html lang=en>\n<title>${title}</title>\n<h1>${heading}</h1>\n${content}\n`;
}
