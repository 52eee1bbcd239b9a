import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { readRecordedPass } from './recorded-cookie.ts';
import { RECORDED_EMAIL_ADDRESS, recordedDocuments } from './recorded-documents.ts';
import { readRecordings, type Recording } from './read-recordings.ts';
import { sendRequest, type RawResponse } from './send-request.ts';

const COMPARED_HEADERS = [
  'allow',
  'cache-control',
  'content-disposition',
  'content-type',
  'location',
  'referrer-policy',
  'retry-after',
  'x-robots-tag',
] as const;

/** These recordings were made after 50 attempts to open their document. */
const AFTER_FIFTY_ATTEMPTS = new Set(['authenticate-429', 'authenticate-429-no-key']);
/** The last two characters of this one's cookie were changed to `xx` before it was sent. */
const TAMPERED = 'download-302-tampered-cookie';
const ATTEMPTS = 50;

let nowMs = 0;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({
    documents: recordedDocuments,
    publicUrl: 'http://127.0.0.1:7200',
    frontendUrl: 'http://127.0.0.1:7001',
    nowMs: () => nowMs,
    slowMs: 50,
  });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('the sandbox answers what the real document-download-api answered', () => {
  it.each(readRecordings().map((recording) => [recording.name, recording] as const))(
    '%s',
    async (_, recording) => {
      const response = await replay(recording);

      expect(response.status).toBe(recording.status);
      for (const name of COMPARED_HEADERS) {
        expect([name, response.headers[name]]).toEqual([
          name,
          recording.headers.get(name) ?? undefined,
        ]);
      }
      expectSameTrace(recording, response);
      expectSameBody(recording, response);
    },
  );
});

/** Sends the recorded request at the recorded time, with a cookie that the sandbox can check. */
async function replay(recording: Recording): Promise<RawResponse> {
  const { name, method, path, requestBody: body } = recording;
  const headers = Object.fromEntries(recording.requestHeaders);
  if (headers['cookie'] !== undefined) {
    const cookie = await signAgain(headers['cookie']);
    headers['cookie'] = name === TAMPERED ? cookie.replace(/..$/, 'xx') : cookie;
  }
  nowMs = Date.parse(recording.headers.get('date') ?? '');
  if (AFTER_FIFTY_ATTEMPTS.has(name)) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await sendRequest(sandbox.port, { method, path, headers, body });
    }
  }
  return sendRequest(sandbox.port, { method, path, headers, body });
}

/** Has the sandbox sign the pass that the real API signed: for the same document, at the same time. */
async function signAgain(recordedCookie: string): Promise<string> {
  const pass = readRecordedPass(recordedCookie);
  const document = recordedDocuments.find(({ documentId }) => documentId === pass.documentId);
  if (document === undefined) throw new Error('the recorded pass is to no recorded document');
  nowMs = pass.signedAtMs;
  const { body } = await sendRequest(sandbox.port, {
    method: 'POST',
    path: `/services/${document.serviceId}/documents/${document.documentId}/authenticate`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key: document.key, email_address: RECORDED_EMAIL_ADDRESS }),
  });
  const signedData = /"signed_data":"([\w.-]+)"/.exec(body.toString('utf8'))?.[1];
  if (signedData === undefined) throw new Error('the sandbox signed nothing');
  return `document_access_signed_data=${signedData}`;
}

function expectSameTrace(recording: Recording, { headers }: RawResponse): void {
  const sent = recording.requestHeaders;
  const given = ['x-b3-traceid', 'x-amz-cf-id', 'x-amzn-trace-id'].some((name) => sent.has(name));
  const traceId = recording.headers.get('x-b3-traceid');
  const spanId = recording.headers.get('x-b3-spanid');
  expect(headers['x-b3-traceid']).toEqual(given ? traceId : expect.stringMatching(/^[\da-f]{32}$/));
  expect(headers['x-b3-spanid']).toEqual(
    sent.has('x-b3-spanid') ? spanId : expect.stringMatching(/^self-[\da-f]{16}$/),
  );
}

const SIGNED_DATA = /"signed_data":"[^"]+"/;

/** The same to the byte, but for the signature, which is of another length too. */
function expectSameBody(recording: Recording, response: RawResponse): void {
  const body = response.body.toString('utf8');
  if (recording.body !== null && SIGNED_DATA.test(recording.body)) {
    expect(body.replace(SIGNED_DATA, '')).toBe(recording.body.replace(SIGNED_DATA, ''));
    return;
  }
  expect(response.headers['content-length']).toBe(recording.headers.get('content-length'));
  if (recording.body !== null) expect(body).toBe(recording.body);
}
