import { describe, expect, it } from 'vitest';
import type { DocumentState } from '#lib/documents/available-document.ts';
import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import { checkLink } from '#lib/link-check/check-link.ts';
import type { LinkQuestions } from '#lib/link-check/look-up.ts';
import {
  ApiCredentialsError,
  ApiTimeoutError,
  ApiUnavailableError,
  ServiceNotFoundError,
} from '#lib/notify/api-errors.ts';
import { Secret } from '#lib/secret/secret.ts';

const HOST = 'documents.service.gov.uk';
const SERVICE_ID = '11111111-1111-4111-8111-111111111111';
const DOCUMENT_ID = '22222222-2222-4222-8222-222222222222';
const KEY = 'tQ4-9xYz_0aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456';
const LINK = `https://${HOST}/d/${encodeUuid(SERVICE_ID)}/${encodeUuid(DOCUMENT_ID)}?key=${KEY}`;
const CUT_LINK = LINK.slice(0, -5);

const service = {
  id: SERVICE_ID,
  name: 'Juggling',
  contact: { kind: 'none' },
  active: true,
} as const;
const available: DocumentState = {
  kind: 'available',
  document: {
    availableUntil: { year: 2026, month: 11, day: 30 },
    confirmEmail: true,
    fileUrl: new Secret(`https://download.${HOST}/secret`),
    fileExtension: 'pdf',
    fileName: 'Secret name.pdf',
    sizeInBytes: 712_099,
  },
};
const gone: DocumentState = { kind: 'gone', lastDay: null };
const lastDay = { year: 2026, month: 11, day: 1 };
const wrongKey: DocumentState = { kind: 'not-found', reason: 'wrong-key' };

/** What the APIs answer: a document with the key of the link, and with any other. */
interface Answers {
  readonly service?: Error;
  readonly recalled?: Error;
  readonly document?: DocumentState | Error;
  readonly otherKey?: DocumentState;
}

function questionsTo(answers: Answers, asked: string[] = []): LinkQuestions {
  return {
    askService: async () => unlessError(answers.service ?? service),
    recallService: async () => unlessError(answers.recalled ?? service),
    checkDocument: async ({ key }) => {
      asked.push(key.reveal());
      const { document = available, otherKey = wrongKey } = answers;
      return unlessError(key.reveal() === KEY ? document : otherKey);
    },
    now: () => new Date('2026-11-23T12:00:00Z'),
  };
}

async function unlessError<Value>(value: Value | Error): Promise<Value> {
  await Promise.resolve();
  if (value instanceof Error) throw value;
  return value;
}

const check = (pasted: string, answers: Answers = {}) =>
  checkLink(pasted, questionsTo(answers), [HOST]);

describe('the verdict', () => {
  const tooSlow = new ApiTimeoutError('notify-api');
  const failing = new ApiUnavailableError('document-download-api', 'status');

  it.each([
    ['a good link', LINK, {}, 'works'],
    ['a wrapped link', LINK.replace('key=', 'key=\n'), {}, 'works-repaired'],
    ['no link', 'Hello', {}, 'no-link'],
    ['two links', `${LINK} ${LINK.replace(KEY, 'x'.repeat(42) + 'Y')}`, {}, 'several-links'],
    ['a Mimecast link', 'https://protect-eu.mimecast.com/s/Abc?domain=gov.uk', {}, 'hidden-link'],
    ['a link to somebody else', LINK.replace(HOST, 'evil.example'), {}, 'foreign-link'],
    ['a link in small letters', LINK.toLowerCase(), {}, 'case-lost'],
    ['a damaged service', LINK.replace('/d/', '/d/x'), {}, 'service-unreadable'],
    ['a damaged document', LINK.replace('?', 'x?'), {}, 'document-unreadable'],
    ['no key', LINK.split('?')[0] ?? '', {}, 'key-missing'],
    ['half a key', CUT_LINK, {}, 'key-too-short'],
    ['another key', LINK, { document: wrongKey }, 'wrong-key'],
    ['no such service', LINK, { service: new ServiceNotFoundError(404) }, 'service-unknown'],
    [
      'no such document',
      LINK,
      { document: { kind: 'not-found', reason: 'unknown' } },
      'document-unknown',
    ],
    ['a blocked document', LINK, { document: { kind: 'not-found', reason: 'blocked' } }, 'blocked'],
    ['an expired document', LINK, { document: gone }, 'expired'],
    [
      'an expired document of an older API',
      LINK,
      { document: { kind: 'gone', lastDay } },
      'expired',
    ],
    ['a deleted document', LINK, { document: gone, otherKey: gone }, 'deleted'],
    ['half a key to a deleted document', CUT_LINK, { otherKey: gone }, 'deleted'],
    [
      'half a key to no document',
      CUT_LINK,
      { otherKey: { kind: 'not-found', reason: 'unknown' } },
      'document-unknown',
    ],
    ['a failing API of documents', LINK, { document: failing }, 'api-fault'],
    ['a slow Notify API, service known', LINK, { service: tooSlow }, 'works'],
    [
      'a slow Notify API, service not known',
      LINK,
      { service: tooSlow, recalled: tooSlow },
      'api-fault',
    ],
  ] as const satisfies readonly [string, string, Answers, string][])(
    'of %s',
    async (_, pasted, answers, verdict) => {
      expect((await check(pasted, answers)).verdict).toBe(verdict);
    },
  );
});

describe('a report', () => {
  it('tells what may be told of the file', async () => {
    const report = await check(LINK);
    expect(report).toEqual({
      verdict: 'works',
      condition: 'whole',
      mailFilter: null,
      foreignHost: null,
      place: { serviceId: SERVICE_ID, documentId: DOCUMENT_ID },
      service: { kind: 'known', name: 'Juggling', isLive: true },
      document: {
        kind: 'there',
        file: {
          type: 'pdf',
          size: { amount: '0.7', unit: 'MB' },
          confirmEmail: true,
          expiry: {
            kind: 'until',
            date: { year: 2026, month: 11, day: 30 },
            showWeekday: true,
            isToday: false,
          },
        },
      },
      faults: { 'notify-api': 'none', 'document-download-api': 'none' },
    });
  });

  it.each([LINK, CUT_LINK, LINK.replace(HOST, 'evil.example')])(
    'holds no key and no file name: %s',
    async (pasted) => {
      const text = JSON.stringify(await check(pasted));
      expect(text).not.toContain(KEY.slice(0, 10));
      expect(text).not.toContain('Secret');
    },
  );

  it('names the last day where the API tells it', async () => {
    const report = await check(LINK, { document: { kind: 'gone', lastDay } });
    expect(report.document).toEqual({ kind: 'expired', lastDay });
  });

  it('names the mail filter, and the host that is not ours', async () => {
    const pasted = `https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(LINK.replace(HOST, 'evil.example'))}`;
    expect(await check(pasted)).toMatchObject({
      mailFilter: 'Microsoft Safe Links',
      foreignHost: 'evil.example',
    });
  });

  it.each([
    [new ApiTimeoutError('notify-api'), 'slow'],
    [new ApiUnavailableError('notify-api', 'breaker-open'), 'failing'],
    [new ApiCredentialsError('notify-api', 403), 'refuses-us'],
  ])('names the fault of an API: %s', async (error, fault) => {
    expect((await check(LINK, { service: error })).faults['notify-api']).toBe(fault);
  });

  it('asks nothing about a link that leads elsewhere', async () => {
    const asked: string[] = [];
    await checkLink(LINK.replace(HOST, 'evil.example'), questionsTo({}, asked), [HOST]);
    expect(asked).toEqual([]);
  });

  it('asks once where the answer is clear', async () => {
    const asked: string[] = [];
    await checkLink(LINK, questionsTo({}, asked), [HOST]);
    expect(asked).toEqual([KEY]);
  });

  it('does not hide a mistake of our own', async () => {
    const mistake = new TypeError('a mistake');
    await expect(check(LINK, { document: mistake })).rejects.toThrow(mistake);
  });
});
