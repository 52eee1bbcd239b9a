import { connect, type Socket } from 'node:net';
import { newVisitor } from './visitors.ts';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** With its chunks put together. */
  readonly body: string;
}

const HEAD_END = '\r\n\r\n';

/** A request without a body, of a visitor of its own; what is odd about it stands in it as it is given. */
export function rawRequest(method: string, target: string, headers: readonly string[] = []) {
  const usual = ['Host: localhost', 'Connection: close', `X-Forwarded-For: ${newVisitor()}`];
  return [`${method} ${target} HTTP/1.1`, ...usual, ...headers, '', ''].join('\r\n');
}

/**
 * Sends bytes that no HTTP client would send, a string as Latin-1, and reads the answer until the
 * server closes: ask for that by `Connection: close`.
 *
 * @throws when the server closes without an answer, or does not close within `withinMs` milliseconds
 */
export async function sendRaw(
  url: string,
  bytes: string | Buffer,
  withinMs = 60_000,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const timer = setTimeout(() => socket.destroy(new Error('it did not close')), withinMs);
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  const answer = await readToEnd(socket).finally(() => clearTimeout(timer));
  return parseAnswer(answer.toString('utf8'));
}

/** A server that answers before it has read all that it was sent may reset the connection after. */
function readToEnd(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    socket.on('error', (error: NodeJS.ErrnoException) => {
      const isAnswered = chunks.length > 0 && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
      if (!isAnswered) reject(error);
    });
    socket.on('close', () => resolve(Buffer.concat(chunks)));
  });
}

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf(HEAD_END);
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1]);
  if (end === -1 || Number.isNaN(status)) throw new Error(`no answer: ${text.slice(0, 200)}`);
  const headers = new Headers(lines.map(parseHeader));
  const body = text.slice(end + HEAD_END.length);
  const isChunked = headers.get('transfer-encoding') === 'chunked';
  return { status, headers, body: isChunked ? joinChunks(Buffer.from(body)) : body };
}

function parseHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

/** Without chunk extensions and trailers, which no answer of ours has. */
function joinChunks(bytes: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (lineEnd === -1 || !(size > 0)) return Buffer.concat(parts).toString('utf8');
    const start = lineEnd + 2;
    parts.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
}
