/** Characters that show nothing, or change how their neighbours show, but are no white space. */
const INVISIBLE =
  /[[\p{Cc}--[\t\n\v\f\r\x85]]\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}]+/gv;
const BLANKS = /[\s\x85\u2800]+/g;
const PILED_UP_MARKS = /(\p{M}{5})\p{M}+/gu;

/**
 * Cleans a text that strangers wrote so that it can stand on a page and be what it seems.
 *
 * Control characters, invisible characters and those that turn the direction of writing
 * (`annexe\u202Efdp.exe` would be read as `annexeexe.pdf`) are removed, white space and line breaks
 * become one space, piles of accents that would cover other lines are cut, and halves of characters
 * are replaced. Letters of every script stay. Escaping for HTML is left to the renderer.
 */
export function readableText(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .replace(PILED_UP_MARKS, '$1')
    .trim();
}

/**
 * Shortens a text to a number of characters, with an ellipsis in place of what is missing.
 *
 * @param tailLength how many of the characters are kept from the end of the text
 */
export function shortenText(text: string, maxLength: number, tailLength = 0): string {
  const characters = Array.from(text);
  if (characters.length <= maxLength) return text;
  const head = characters.slice(0, maxLength - tailLength - 1);
  const tail = characters.slice(characters.length - tailLength);
  return `${head.join('').trimEnd()}…${tail.join('').trimStart()}`;
}
