import { createServer, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { enterRequest } from '#lib/request/request-context.ts';
import { awaitWholeBody, wholeAnswer } from '#lib/request/whole-answer.ts';
import { sampleContext } from '#tests/unit/observability/sample-request.ts';

const PAGE = '<p>Llŷn – 12°</p>';
const HEAD = { status: 404, headers: { 'Content-Type': 'text/html' } };

/** Asks a server that passes an answer on as Next does: headers first, then what body there is. */
async function pass(method: string, makeAnswer: () => Response): Promise<IncomingMessage> {
  const server = createServer((_, response) => {
    const context = sampleContext();
    enterRequest(context);
    awaitWholeBody(response, context);
    const answer = makeAnswer();
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    void answer.text().then((body) => response.end(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, method, agent: false }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  server.close();
  return answer;
}

describe('an answer that is there as a whole', () => {
  it('goes out with its length and without what held its place', async () => {
    const answer = await pass('GET', () => wholeAnswer(PAGE, HEAD));
    expect(answer.statusCode).toBe(404);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html',
      'content-length': String(Buffer.byteLength(PAGE)),
    });
    expect(Object.keys(answer.headers)).not.toContain('x-whole-body');
    expect(await text(answer)).toBe(PAGE);
  });

  it('tells HEAD its length and sends nothing', async () => {
    const answer = await pass('HEAD', () => wholeAnswer(PAGE, HEAD));
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(PAGE)));
    expect(await text(answer)).toBe('');
  });

  it('gives way to one that is made after it', async () => {
    const answer = await pass('GET', () => {
      wholeAnswer(PAGE, HEAD);
      return new Response('another');
    });
    expect(await text(answer)).toBe('another');
  });

  it('is a response like any other outside of a request', async () => {
    const answer = wholeAnswer(PAGE, HEAD);
    expect(await answer.text()).toBe(PAGE);
  });
});
