import * as z from 'zod';
import type { DocumentState } from '#lib/documents/available-document.ts';
import { expiryOf, parseCalendarDate } from '#lib/documents/expiry.ts';
import { Secret } from '#lib/secret/secret.ts';
import { parseAnswer, unexpectedStatus } from './api-answer.ts';
import type { ApiAnswer } from './api-answer.ts';
import { errorTextOf, refuseStorageFailure } from './storage-failure.ts';

/** Where a file is: a web address, whatever the API was made to say. */
export const FileUrl = z
  .string()
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text))
  .transform((text) => new Secret(text));

const CalendarDay = z.string().transform((text, check) => {
  const date = parseCalendarDate(text);
  if (date !== null) return date;
  check.issues.push({ code: 'custom', input: undefined, message: 'Not a day' });
  return z.NEVER;
});

/** What document-download-api says of a document; old versions leave some of it out. */
const DocumentAnswer = z.object({
  document: z
    .object({
      available_until: CalendarDay.nullish(),
      confirm_email: z.boolean().nullish(),
      direct_file_url: FileUrl,
      file_extension: z.string(),
      filename: z.string().nullish(),
      size_in_bytes: z.number().nonnegative(),
    })
    .nullable(),
});
type DocumentAnswer = z.infer<typeof DocumentAnswer>;

/**
 * What the API's answer about a document means.
 *
 * @throws ApiUnavailableError for an answer that means nothing, and for failures behind the API
 */
export function readDocumentState(answer: ApiAnswer, now: Date): DocumentState {
  switch (answer.status) {
    case 200:
      return toDocumentState(parseAnswer(DocumentAnswer, answer), now);
    case 400:
      refuseStorageFailure(answer);
      return { kind: 'not-found', reason: 'wrong-key' };
    case 403:
      return { kind: 'not-found', reason: isWrongKey(answer) ? 'wrong-key' : 'blocked' };
    case 404:
      return { kind: 'not-found', reason: 'unknown' };
    case 410:
      return { kind: 'gone', lastDay: null };
    default:
      throw unexpectedStatus(answer);
  }
}

/** Some versions answer a wrong key with 403, as they do for a document that is blocked. */
function isWrongKey(answer: ApiAnswer): boolean {
  return errorTextOf(answer).includes('Forbidden');
}

/** Old versions report documents that are gone with success. */
function toDocumentState({ document }: DocumentAnswer, now: Date): DocumentState {
  const availableUntil = document?.available_until ?? null;
  if (document === null || expiryOf(availableUntil, now).kind === 'past') {
    return { kind: 'gone', lastDay: availableUntil };
  }
  return {
    kind: 'available',
    document: {
      availableUntil,
      confirmEmail: document.confirm_email ?? false,
      fileUrl: document.direct_file_url,
      fileExtension: document.file_extension,
      fileName: document.filename ?? null,
      sizeInBytes: document.size_in_bytes,
    },
  };
}
