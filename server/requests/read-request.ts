import type { IncomingMessage } from 'node:http';

/** Pages only need an address that parses; none says under which name it was reached. */
const ORIGIN = 'http://localhost';

const WITHOUT_BODY = new Set(['GET', 'HEAD']);

/** A request with a body that comes while its answer is made (Fetch standard, `duplex`). */
type InitWithBody = RequestInit & { readonly duplex: 'half' };

/** A request as pages read it. */
export function readRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = incoming;
  const init = { method, headers: readHeaders(headers) };
  if (WITHOUT_BODY.has(method)) return new Request(ORIGIN + url, init);
  const withBody: InitWithBody = { ...init, body: readBody(incoming), duplex: 'half' };
  return new Request(ORIGIN + url, withBody);
}

/** As the request hooks have settled them, of which none comes twice. */
function readHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const read: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (typeof value === 'string') read[name] = value;
  }
  return read;
}

function readBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream(new IncomingBody(incoming), { highWaterMark: 0 });
}

/**
 * What a visitor sends, taken from the connection as the page asks for it. What a page does not care for,
 * such as the rest of a form that is too large, is read and thrown away: the visitor is to get the answer,
 * and the connection can take another request then.
 */
class IncomingBody implements UnderlyingDefaultSource<Uint8Array> {
  readonly #incoming: IncomingMessage;
  #isRead = false;
  #isWanted = true;

  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
  }

  pull(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (!this.#isRead) this.#passOn(controller);
    this.#isRead = true;
    this.#incoming.resume();
  }

  cancel(): void {
    this.#isWanted = false;
    this.#incoming.resume();
  }

  #passOn(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#incoming.on('data', (chunk: Uint8Array) => {
      if (!this.#isWanted) return;
      this.#incoming.pause();
      controller.enqueue(chunk);
    });
    this.#incoming.once('end', () => this.#isWanted && controller.close());
    this.#incoming.once('error', (error) => this.#isWanted && controller.error(error));
  }
}
