import { REDACTED } from '#lib/secret/secret.ts';

/** Longer than any word of a message, shorter than any key. */
const MAX_WORD = 30;
/** Words, also hyphenated or compound ones, and what stands around them. */
const WORD = /^[("'`[{<]*[a-zA-Z]+(?:[-'’./:_][a-zA-Z]+)*[)\]}>"'`.,:;!?]*$/;
/** Numbers, versions, durations, error codes with a number. */
const NUMBER = /^[("'`[{<]*\d{1,7}(?:[.:]\d{1,5}){0,3}(?:ms|s|m|h|%|[kKMG]?i?B)?[)\]}>"'`.,:;!?]*$/;
/** Signs alone. */
const SIGNS = /^[^\p{L}\p{N}]{1,4}$/u;
const CONTROL = /\p{Cc}+/gu;

/**
 * Keeps of a text that somebody else's code made what can only be words and small numbers; anything
 * that may be a key, a token, an address or a URL is left out. It judges by what may stay, not by
 * what must go.
 */
export function redactText(text: string): string {
  return text
    .replace(CONTROL, ' ')
    .split(' ')
    .map((piece) => (mayStay(piece) ? piece : REDACTED))
    .join(' ');
}

function mayStay(piece: string): boolean {
  if (piece.length > MAX_WORD) return false;
  return piece === '' || WORD.test(piece) || NUMBER.test(piece) || SIGNS.test(piece);
}
