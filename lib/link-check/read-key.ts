/** What was found of the key at the end of a link. */
export type FoundKey =
  | { readonly kind: 'key'; readonly key: string; readonly isRepaired: boolean }
  | { readonly kind: 'key-missing' | 'key-too-short' };

/** 32 bytes as unpadded base64url (contracts, section 1). */
const KEY_LENGTH = 43;

/** No wrapped link reaches further. */
const REACH = 600;

/** What stands between the document and its key: a page of ours or a file's ending, then the query. */
const BEFORE_KEY = /^(?:\.\w{1,16})?(?:\/[a-z-]*)*\s*\?[\w=&;\s-]{0,200}?(?<![\w-])key\s*=\s*/i;

const LETTERS = /^[\w-]*/;

/**
 * Finds the key in what follows a document's id. A key may go on in the next line, but only where its
 * pieces together have the length of a key: what follows a key that was cut off are other words.
 */
export function readKey(text: string): FoundKey {
  const before = BEFORE_KEY.exec(text.slice(0, REACH))?.[0];
  if (before === undefined) return { kind: 'key-missing' };
  const words = text.slice(before.length, before.length + REACH).split(/\s+/);
  const pieces = untilItEnds(words);
  const [first = ''] = pieces;
  if (first.length >= KEY_LENGTH) return found(first, /[\s;]/.test(before));
  const joined = pieces.map((_, index) => pieces.slice(0, index + 1).join(''));
  const whole = joined.find(({ length }) => length === KEY_LENGTH);
  if (whole !== undefined) return found(whole, true);
  return { kind: first === '' ? 'key-missing' : 'key-too-short' };
}

/** The letters of each word, up to the word that has more than the letters of a key. */
function untilItEnds(words: readonly string[]): readonly string[] {
  const pieces = words.map((word) => LETTERS.exec(word)?.[0] ?? '');
  const last = words.findIndex((word, index) => word !== pieces[index]);
  return last === -1 ? pieces : pieces.slice(0, last + 1);
}

function found(letters: string, isRepaired: boolean): FoundKey {
  return {
    kind: 'key',
    key: letters.slice(0, KEY_LENGTH),
    isRepaired: isRepaired || letters.length > KEY_LENGTH,
  };
}
