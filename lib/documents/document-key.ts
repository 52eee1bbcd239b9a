import { Secret } from '#lib/secret/secret.ts';

/** A key as it was found in the query of a link. */
export interface FoundKey {
  readonly key: Secret;
  /** Whether the link did not hold the key in just this spelling. */
  readonly repaired: boolean;
}

/** Ten times the length of a real key: anything longer is no slip of a mail program. */
const MAX_LENGTH = 500;

/** The name of the parameter, after any number of `&` that were escaped for HTML on the way. */
const KEY_NAME = /^(?:amp;)*key$/;

const BASE64URL = /^[\w-]+={0,2}$/;
const PRINTABLE_ASCII = /^[ -~]+$/;
const HTML_ENTITY = /&#?\w{1,8};/g;
const BLANKS = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
const KEY_AMONG_PUNCTUATION = /^[^\p{L}\p{M}\p{N}_-]*([\w-]+={0,2})[^\p{L}\p{M}\p{N}_-]*$/u;

/**
 * Finds the document's key in the query of a link, and repairs it where a mail program mangled it.
 *
 * A key is written in base64url. Whatever surrounds it and can be no part of it (full stops, brackets,
 * quotes, escaped `>`) is taken away, as are white space and invisible characters anywhere. The repair
 * counts only when nothing but base64url is left; a repaired key is therefore never repaired again.
 * Padding is fine, since the document-download-api accepts it.
 *
 * Any other key is passed on as it is, because judging a key is the API's task.
 *
 * @returns null where there is no key or more than one, or where it is longer than 500 characters,
 * blank, or not ASCII beyond repair
 */
export function findKey(query: URLSearchParams): FoundKey | null {
  const [found, ...others] = [...query].filter(([name]) => KEY_NAME.test(withoutBlanks(name)));
  if (found === undefined || others.length > 0) return null;

  const [name, value] = found;
  if (value.length > MAX_LENGTH || withoutBlanks(value) === '') return null;

  const key = BASE64URL.test(value) ? value : (repairKey(value) ?? value);
  if (!PRINTABLE_ASCII.test(key)) return null;
  return { key: new Secret(key), repaired: key !== value || name !== 'key' };
}

/** Takes out white space, line breaks, control and invisible characters, which wrapped lines leave. */
export function withoutBlanks(text: string): string {
  return text.replace(BLANKS, '');
}

function repairKey(value: string): string | undefined {
  return KEY_AMONG_PUNCTUATION.exec(withoutBlanks(value.replace(HTML_ENTITY, ' ')))?.[1];
}
