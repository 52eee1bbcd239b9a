import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Sends what a page has answered. A visitor who goes away before its end is no error. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
  if (response.body === null) {
    outgoing.end();
    return;
  }
  await pipeline(response.body, outgoing).catch((error: unknown) => {
    if (!outgoing.destroyed) throw error;
  });
}
