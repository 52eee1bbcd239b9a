import * as z from 'zod';
import { Secret } from '#lib/secret/secret.ts';
import { parseAnswer, unexpectedStatus } from './api-answer.ts';
import type { ApiAnswer } from './api-answer.ts';
import { FileUrl } from './document-answer.ts';
import { refuseStorageFailure } from './storage-failure.ts';

/** What came of asking for a document with an e-mail address. */
export type Authentication =
  | {
      readonly kind: 'accepted';
      /** Opens the file for 30 days as the value of a cookie, which it is safe to be as it stands. */
      readonly signedData: Secret;
      readonly fileUrl: Secret;
    }
  | { readonly kind: 'wrong-address' }
  | { readonly kind: 'too-many-attempts'; readonly retryAfterSeconds: number };

/** All that may stand in a cookie's value (RFC 6265, section 4.1.1), as long as browsers take it. */
const COOKIE_VALUE = /^[!#-+\--:<-[\]-~]{1,4000}$/;

const AuthenticationAnswer = z.object({
  direct_file_url: FileUrl,
  signed_data: z
    .string()
    .regex(COOKIE_VALUE)
    .transform((text) => new Secret(text)),
});

/** The API's window, for an answer that names no time. */
const DEFAULT_RETRY_AFTER_SECONDS = 300;

/**
 * What the API's answer to an e-mail address means.
 *
 * @throws ApiUnavailableError for an answer that means nothing, and for failures behind the API
 */
export function readAuthentication(answer: ApiAnswer): Authentication {
  switch (answer.status) {
    case 200:
      return toAuthentication(parseAnswer(AuthenticationAnswer, answer));
    case 400:
    case 403:
      refuseStorageFailure(answer);
      return { kind: 'wrong-address' };
    case 429: {
      const retryAfterSeconds = answer.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS;
      return { kind: 'too-many-attempts', retryAfterSeconds };
    }
    default:
      throw unexpectedStatus(answer);
  }
}

function toAuthentication(answer: z.infer<typeof AuthenticationAnswer>): Authentication {
  return {
    kind: 'accepted',
    signedData: answer.signed_data,
    fileUrl: answer.direct_file_url,
  };
}
