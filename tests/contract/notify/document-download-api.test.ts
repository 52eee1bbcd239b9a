import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import { createDocumentDownloadApi } from '#lib/notify/document-download-api.ts';
import type { DocumentDownloadApi } from '#lib/notify/document-download-api.ts';
import { Secret } from '#lib/secret/secret.ts';
import { readRecordings } from '#tests/contract/read-recordings.ts';
import type { Recording } from '#tests/contract/read-recordings.ts';
import { contextFor } from '#tests/support/api-samples.ts';
import { startStandIn } from '#tests/support/stand-in.ts';
import type { StandIn } from '#tests/support/stand-in.ts';

/** When the recordings were made. */
const NOW = new Date('2026-11-23T01:20:00Z');
const SENT_BY_OTHERS =
  /-405-|-head-|-no-key$|-missing-key$|-email-type$|-no-email$|-bad-json$|-415-|-key-number$/;
const DOCUMENT_PATH = /^\/services\/([^/]+)\/documents\/([^/]+)\/\w+(?:\?key=(.*))?$/;

const CHECKS: readonly (readonly [names: RegExp, result: object])[] = [
  [/^check-200-no-expiration$/, { kind: 'available', document: { availableUntil: null } }],
  [/^check-200-email$/, { kind: 'available', document: { confirmEmail: true } }],
  [
    /^check-200-jpg-filename$/,
    {
      kind: 'available',
      document: { fileName: 'photo.jpg', fileExtension: 'jpeg', sizeInBytes: 16_814 },
    },
  ],
  [
    /^check-200-last-day$/,
    { kind: 'available', document: { availableUntil: { year: 2026, month: 11, day: 23 } } },
  ],
  [/^check-200/, { kind: 'available' }],
  [/^check-400-s3-down$/, { name: 'ApiUnavailableError', outcome: 'storage' }],
  [/^check-400/, { kind: 'not-found', reason: 'wrong-key' }],
  [/^check-403/, { kind: 'not-found', reason: 'blocked' }],
  [/^check-404/, { kind: 'not-found', reason: 'unknown' }],
  [/^check-410/, { kind: 'gone', lastDay: null }],
  [/^check-504/, { name: 'ApiTimeoutError' }],
];
const AUTHENTICATIONS: typeof CHECKS = [
  [/^authenticate-200/, { kind: 'accepted' }],
  [/^authenticate-40[03]/, { kind: 'wrong-address' }],
  [/^authenticate-429/, { kind: 'too-many-attempts', retryAfterSeconds: 300 }],
  [/^authenticate-500/, { name: 'ApiUnavailableError', outcome: 'refusal' }],
];

let standIn: StandIn;
let api: DocumentDownloadApi;
beforeAll(async () => {
  standIn = await startStandIn(() => undefined);
  const settings = { baseUrl: standIn.baseUrl, limits: { failuresToOpen: 1000 } };
  api = createDocumentDownloadApi(settings, {}, () => NOW);
});
afterAll(async () => {
  await api.close();
  await standIn.close();
});

function recordingsOf(prefix: string, expectations: typeof CHECKS) {
  return readRecordings()
    .filter(({ name }) => name.startsWith(prefix) && !SENT_BY_OTHERS.test(name))
    .map((recording) => {
      const [, expected] = expectations.find(([names]) => names.test(recording.name)) ?? [];
      return { ...recording, expected };
    });
}

function replay({ status, headers, body }: Recording): void {
  const contentType = headers.get('content-type') ?? '';
  const retryAfter = headers.get('retry-after');
  standIn.reply = (response) => {
    response.writeHead(status, {
      'Content-Type': contentType,
      ...(retryAfter !== null && { 'Retry-After': retryAfter }),
    });
    response.end(body);
  };
}

function linkOf({ path }: Recording, keyInBody?: string): DocumentLink {
  const [, serviceId = '', documentId = '', key = ''] = DOCUMENT_PATH.exec(path) ?? [];
  return { serviceId, documentId, key: new Secret(keyInBody ?? decodeURIComponent(key)) };
}

const orError = (promise: Promise<object>) => promise.catch((error: unknown) => error);

describe('an answer about a document', () => {
  it.each(recordingsOf('check', CHECKS))('is understood: $name', async (recording) => {
    replay(recording);
    const result = await orError(api.checkDocument(linkOf(recording), contextFor(5000)));
    expect(recording.expected).toBeDefined();
    expect(result).toMatchObject(recording.expected ?? {});
    expect(standIn.calls.at(-1)).toMatchObject({ method: 'GET', url: recording.path });
  });
});

describe('an answer to an e-mail address', () => {
  it.each(recordingsOf('authenticate', AUTHENTICATIONS))(
    'is understood: $name',
    async (recording) => {
      replay(recording);
      const asked = JSON.parse(recording.requestBody) as { key: string; email_address: string };
      const link = linkOf(recording, asked.key);
      const result = await orError(
        api.authenticate(link, new Secret(asked.email_address), contextFor(5000)),
      );
      expect(recording.expected).toBeDefined();
      expect(result).toMatchObject(recording.expected ?? {});
      const sent = standIn.calls.at(-1);
      expect(sent).toMatchObject({ method: 'POST', url: recording.path });
      expect(sent?.headers['content-type']).toBe('application/json');
      expect(JSON.parse(sent?.body ?? '')).toEqual(asked);
    },
  );

  it('gives the signed data and the file as they were sent', async () => {
    const recording = readRecordings().find(({ name }) => name === 'authenticate-200');
    if (!recording?.body) throw new Error('There is no recording of a right address');
    replay(recording);
    const answered = JSON.parse(recording.body) as { direct_file_url: string; signed_data: string };
    const result = await api.authenticate(
      linkOf(recording),
      new Secret('a@b.uk'),
      contextFor(5000),
    );
    if (result.kind !== 'accepted') throw new Error(result.kind);
    expect(result.signedData.reveal()).toBe(answered.signed_data);
    expect(result.fileUrl.reveal()).toBe(answered.direct_file_url);
  });
});
