import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_EMAIL_ADDRESS, samples, type SampleName } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { sendRequest } from './send-request.ts';

const LIMIT = 50;
const WINDOW_MS = 300_000;

let nowMs = Date.parse('2026-11-23T12:00:00Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ nowMs: () => nowMs });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

async function attempt(name: SampleName, emailAddress = 'other@example.gov.uk') {
  const { serviceId, documentId, key } = samples[name];
  const { status, headers } = await sendRequest(sandbox.port, {
    method: 'POST',
    path: `/services/${serviceId}/documents/${documentId}/authenticate`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key, email_address: emailAddress }),
  });
  return { status, retryAfter: headers['retry-after'] };
}

async function useUpAttempts(name: SampleName): Promise<void> {
  for (let count = 0; count < LIMIT; count += 1) {
    expect(await attempt(name)).toMatchObject({ status: 403 });
  }
}

describe('a document takes 50 attempts in 300 seconds', () => {
  it('refuses the next one, right as it may be, and says when to come back', async () => {
    await useUpAttempts('asks-for-email');

    const refused = await attempt('asks-for-email', SAMPLE_EMAIL_ADDRESS);

    expect(refused).toEqual({ status: 429, retryAfter: '300' });
  });

  it('leaves other documents open', async () => {
    await useUpAttempts('asks-for-email');

    const other = await attempt('asks-for-email-no-contact', SAMPLE_EMAIL_ADDRESS);

    expect(other.status).toBe(200);
  });

  it('opens again when the attempts are 300 seconds old', async () => {
    await useUpAttempts('asks-for-email');
    nowMs += WINDOW_MS - 1;
    expect(await attempt('asks-for-email', SAMPLE_EMAIL_ADDRESS)).toMatchObject({ status: 429 });
    nowMs += 1;

    const opened = await attempt('asks-for-email', SAMPLE_EMAIL_ADDRESS);

    expect(opened.status).toBe(200);
  });

  it('forgets the attempts when the sandbox is reset', async () => {
    await useUpAttempts('asks-for-email');
    sandbox.reset();

    const opened = await attempt('asks-for-email', SAMPLE_EMAIL_ADDRESS);

    expect(opened.status).toBe(200);
  });
});
