import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { sendRequest } from './send-request.ts';
import { ISSUED_AT_SECONDS, signToken } from './sign-token.ts';

const iss = 'notify-admin';
const iat = ISSUED_AT_SECONDS;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => ISSUED_AT_SECONDS * 1000, slowMs: 20 });
});
afterAll(() => sandbox.close());

async function askFor(serviceId: string, authorization: string | null = `Bearer ${signToken()}`) {
  const headers = authorization === null ? {} : { Authorization: authorization };
  const path = `/service/${serviceId}`;
  const { status, body } = await sendRequest(sandbox.port, { path, headers });
  return { status, text: body.toString('utf8') };
}

describe('Notify API tells about a service', () => {
  it('gives name, contact and whether it is live to a caller with a good token', async () => {
    const { status, text } = await askFor(samples['email-contact'].serviceId);

    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      data: {
        name: 'Apply for a juggling licence',
        contact_link: 'help@juggling.example.gov.uk',
        active: true,
      },
    });
  });

  it.each([
    ['a service without contact', 'no-contact', 200, '"contact_link":null'],
    ['a service that is no longer live', 'inactive-service', 200, '"active":false'],
    ['a service that does not exist', 'unknown-service', 404, '"message":"No result found"'],
    ['a slow service', 'slow-service', 504, 'Timeout serving request'],
    ['a broken service', 'broken-service', 500, 'Internal Server Error'],
  ] as const)('answers about %s', async (_, name, status, text) => {
    const answer = await askFor(samples[name].serviceId);

    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  });
});

describe('Notify API takes only the token of contracts section 3', () => {
  it.each([
    ['issued 30 seconds ago', { claims: { iss, iat: iat - 30 } }],
    ['issued 30 seconds ahead', { claims: { iss, iat: iat + 30 } }],
    ['its claims in another order', { claims: { iat, iss } }],
  ])('takes one %s', async (_, parts) => {
    const answer = await askFor(samples.pdf.serviceId, `Bearer ${signToken(parts)}`);

    expect(answer.status).toBe(200);
  });

  it.each([
    ['none', null, 401, 'authentication token must be provided'],
    ['another scheme', 'Basic YTpi', 401, 'bearer scheme must be used'],
    ['no token', 'Bearer abc', 403, 'Invalid token'],
    ['a fourth part', `Bearer ${signToken()}.x`, 403, 'Invalid token'],
  ])('refuses %s', async (_, authorization, status, text) => {
    const answer = await askFor(samples.pdf.serviceId, authorization);

    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  });

  it.each([
    ['another secret', { secret: 'another' }, 403, 'api token is not valid'],
    ['another hash', { algorithm: 'sha512' }, 403, 'api token is not valid'],
    ['no algorithm', { header: { alg: 'none', typ: 'JWT' } }, 403, 'not HS256'],
    ['another algorithm', { header: { alg: 'HS512', typ: 'JWT' } }, 403, 'not HS256'],
    ['no type', { header: { alg: 'HS256' } }, 403, 'not HS256'],
    ['more in its header', { header: { alg: 'HS256', typ: 'JWT', kid: 'a' } }, 403, 'not HS256'],
    ['another issuer', { claims: { iss: 'another', iat } }, 401, 'not allowed'],
    ['no issuer', { claims: { iat } }, 403, 'iss field not provided'],
    ['no time', { claims: { iss } }, 403, 'iat field not provided'],
    ['a fraction of a second', { claims: { iss, iat: iat + 0.5 } }, 403, 'iat field'],
    ['the time as text', { claims: { iss, iat: `${iat}` } }, 403, 'iat field'],
    ['more claims', { claims: { iss, iat, exp: iat + 30 } }, 403, 'unexpected claims'],
    ['a clock behind by 31 seconds', { claims: { iss, iat: iat - 31 } }, 403, 'system clock'],
    ['a clock ahead by 31 seconds', { claims: { iss, iat: iat + 31 } }, 403, 'system clock'],
  ] as const)('refuses one with %s', async (_, parts, status, text) => {
    const answer = await askFor(samples.pdf.serviceId, `Bearer ${signToken(parts)}`);

    expect(answer.status).toBe(status);
    expect(answer.text).toContain('"result":"error"');
    expect(answer.text).toContain(text);
  });
});
