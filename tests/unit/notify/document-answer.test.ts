import { describe, expect, it } from 'vitest';
import type { ApiAnswer } from '#lib/notify/api-answer.ts';
import { readAuthentication } from '#lib/notify/authentication-answer.ts';
import { readDocumentState } from '#lib/notify/document-answer.ts';
import { DOCUMENT } from '#tests/support/api-samples.ts';

/** A minute past midnight in London, where it is still summer time. */
const NOW = new Date('2026-07-13T23:01:00Z');

function answer(status: number, body?: unknown, retryAfterSeconds?: number): ApiAnswer {
  return { api: 'document-download-api', status, body, retryAfterSeconds };
}

describe('an answer about a document', () => {
  it.each([
    ['its last day is today', { available_until: '2026-07-14' }, 'available'],
    ['its last day was yesterday', { available_until: '2026-07-13' }, 'gone'],
    ['it has no last day', { available_until: null }, 'available'],
    ['an old version names no last day', { available_until: undefined }, 'available'],
    ['it is empty', { size_in_bytes: 0 }, 'available'],
  ])('of which %s', (_, part, kind) => {
    const state = readDocumentState(answer(200, { document: { ...DOCUMENT, ...part } }), NOW);
    expect(state.kind).toBe(kind);
  });

  it('of an old version, without a document, means that it is gone', () => {
    expect(readDocumentState(answer(200, { document: null }), NOW)).toEqual({
      kind: 'gone',
      lastDay: null,
    });
  });

  it('of an old version, without its newer fields, asks for no address and names no file', () => {
    const { available_until, direct_file_url, file_extension, size_in_bytes } = DOCUMENT;
    const document = { available_until, direct_file_url, file_extension, size_in_bytes };
    expect(readDocumentState(answer(200, { document }), NOW)).toMatchObject({
      kind: 'available',
      document: { confirmEmail: false, fileName: null },
    });
  });

  it('may hold fields that are not known yet', () => {
    const body = { document: { ...DOCUMENT, colour: 'red' }, links: {} };
    expect(readDocumentState(answer(200, body), NOW).kind).toBe('available');
  });

  it.each([
    ['a wrong key', answer(403, { error: "{'Code': '403', 'Message': 'Forbidden'}" }), 'wrong-key'],
    ['a block', answer(403, { error: 'Access to the document has been blocked' }), 'blocked'],
    ['a page of 403', answer(403), 'blocked'],
    ['a page of 400', answer(400), 'wrong-key'],
    ['a page of 404', answer(404), 'unknown'],
  ])('with %s opens nothing', (_, given, reason) => {
    expect(readDocumentState(given, NOW)).toEqual({ kind: 'not-found', reason });
  });

  it.each(['500', '502', '503'])('with code %s of the storage is no bad link', (code) => {
    const given = answer(400, { error: `{'Code': '${code}', 'Message': 'x'}` });
    expect(() => readDocumentState(given, NOW)).toThrow('the storage behind it failed');
  });

  it.each([201, 204, 401, 405, 418, 429])('with %d means nothing', (status) => {
    const given = answer(status, { document: DOCUMENT }, 7);
    expect(() => readDocumentState(given, NOW)).toThrow('it refused the call');
    expect(() => readDocumentState(given, NOW)).toThrow(
      expect.objectContaining({ status, retryAfterSeconds: 7 }),
    );
  });
});

describe('an answer to an e-mail address', () => {
  it.each([
    [answer(400, { error: 'Invalid email address' }), { kind: 'wrong-address' }],
    [answer(403, { error: 'Authentication failure' }), { kind: 'wrong-address' }],
    [answer(429, {}, 17), { kind: 'too-many-attempts', retryAfterSeconds: 17 }],
    [answer(429, {}), { kind: 'too-many-attempts', retryAfterSeconds: 300 }],
  ])('is understood: %j', (given, meaning) => {
    expect(readAuthentication(given)).toEqual(meaning);
  });

  it('does not blame the reader for a lost storage', () => {
    const given = answer(400, { error: "{'Code': '503', 'Message': 'Service Unavailable'}" });
    expect(() => readAuthentication(given)).toThrow('the storage behind it failed');
  });
});
