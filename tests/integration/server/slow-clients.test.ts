import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection, type RawConnection } from '#tests/support/raw-connection.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import { startApp, type App } from '#tests/support/start-app.ts';

const UNFINISHED_HEAD = 'GET /cookies HTTP/1.1\r\nHost: visitor\r\nX-Slow: ';
const UNFINISHED_BODY =
  'POST /d/x/y/confirm-email-address HTTP/1.1\r\nHost: visitor\r\n' +
  'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nemail';

/** As many as one worker takes, and some more. */
const SLOW_COUNT = 1_100;

/** Sooner than the limits on the time of a request would have made room. */
const ANSWERED_WITHIN_MS = 5_000;

let app: App;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

async function openSlowConnections(text: string): Promise<RawConnection[]> {
  const connections = await Promise.all(
    Array.from({ length: SLOW_COUNT }, () => openConnection(app.port)),
  );
  for (const connection of connections) connection.send(text);
  return connections;
}

describe.each([
  ['their headers', UNFINISHED_HEAD],
  ['a form', UNFINISHED_BODY],
])('a thousand clients who never finish %s', (_, text) => {
  it('do not stop a quick one', async () => {
    const slow = await openSlowConnections(text);
    // A newcomer: a connection that had been idle before these came has made room for one of them.
    const { status } = await sendRaw(app.url, rawRequest('GET', '/cookies'), ANSWERED_WITHIN_MS);
    expect(status).toBe(200);
    for (const connection of slow) connection.close();
  });
});

it('ends a connection whose headers do not come to an end', async () => {
  const slow = await openConnection(app.port);
  slow.send(UNFINISHED_HEAD);
  await slow.closed;
  expect(slow.received()).toMatch(/^HTTP\/1\.1 408 /);
  expect(slow.received()).toMatch(/\r\nX-Frame-Options: DENY\r\n/);
});
