import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { cacheControl, securityHeaders } from '#lib/security/security-headers.ts';

const STATUS_LINES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

const BAD_REQUEST = '400 Bad Request';

/**
 * Answers what is not even HTTP, and what asks for a tunnel, with the headers that every answer
 * carries, where Node alone would send a bare status line or nothing; and never treats a request as an
 * upgrade to another protocol.
 */
export function answerMalformedRequests(server: Server, onAnswer: (status: number) => void): void {
  const answer = (socket: Duplex, statusLine: string): void => {
    socket.end(bareAnswer(statusLine));
    onAnswer(Number.parseInt(statusLine));
  };
  Object.assign(server, { shouldUpgradeCallback: () => false });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable || hasAnswered(socket)) {
      socket.destroy();
      return;
    }
    answer(socket, STATUS_LINES[error.code ?? ''] ?? BAD_REQUEST);
  });
  // Node would close the connection without a word, and no longer looks after its errors.
  server.on('connect', (_, socket) => {
    socket.on('error', () => socket.destroy());
    answer(socket, BAD_REQUEST);
  });
}

/** A second answer in the middle of a first one would be taken for a part of it. */
function hasAnswered(socket: Duplex): boolean {
  return 'bytesWritten' in socket && socket.bytesWritten !== 0;
}

function bareAnswer(statusLine: string): string {
  const body = `${statusLine}\n`;
  const headers = {
    ...securityHeaders,
    'Cache-Control': cacheControl('', 400),
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(body.length),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${statusLine}`, ...lines, '', body].join('\r\n');
}
