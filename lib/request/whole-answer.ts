import type { ServerResponse } from 'node:http';
import { overrideMethod } from './override-method.ts';
import { currentRequest, type RequestContext } from './request-context.ts';

/** Holds the place of a body, with its length in bytes, on the way through Next. It never goes out. */
const PLACEHOLDER = 'X-Whole-Body';

interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * An answer whose body is there as a whole. The hooks send it in one piece and with its length, since
 * Next would copy it, pass it through three streams and drop its length (docs/decisions/0050).
 * Outside of a request this is a response like any other.
 */
export function wholeAnswer(body: string, { status, headers }: Head): Response {
  const length = String(Buffer.byteLength(body));
  const request = currentRequest();
  if (request === undefined) {
    return new Response(body, { status, headers: { ...headers, 'Content-Length': length } });
  }
  request.wholeBody = body;
  return new Response(null, { status, headers: { ...headers, [PLACEHOLDER]: length } });
}

/**
 * Has the end of an answer send the body whose place is held, and let go of it: a connection keeps its
 * last answer until the next one.
 * @returns what is to be called before the head is written
 */
export function awaitWholeBody(response: ServerResponse, context: RequestContext): () => void {
  const end = response.end.bind(response) as (...rest: unknown[]) => ServerResponse;
  let isHeld = false;

  function settleBody(): void {
    const length = response.getHeader(PLACEHOLDER);
    if (length === undefined) return;
    response.removeHeader(PLACEHOLDER);
    response.setHeader('Content-Length', length);
    isHeld = true;
  }

  overrideMethod(response, {
    end(...rest: unknown[]) {
      settleBody();
      const { wholeBody } = context;
      delete context.wholeBody;
      return isHeld ? end(wholeBody, 'utf8') : end(...rest);
    },
  });
  return settleBody;
}
