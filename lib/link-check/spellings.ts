import { decodeSophos, decodeUrlDefence2, decodeUrlDefence3 } from './rewritten-links.ts';

/** A mail filter that wraps links in mails wraps wrapped ones again when a mail is passed on. */
const MOST_LAYERS = 4;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const ENTITY =
  /&(?:#(?<decimal>\d{1,6})|#x(?<hex>[\da-f]{1,5})|(?<name>amp|lt|gt|quot|apos|nbsp));/gi;
const PERCENT_RUN = /(?:%[\da-f]{2})+/gi;
const QUOTED_BYTES = /(?:=[\dA-F]{2})+/g;
const SOFT_BREAK = /=[ \t]*\r?\n/g;

/** What may have been done to a text on its way, each undone: the first way is to leave it as it is. */
const WAYS_BACK: readonly ((text: string) => string)[] = [
  decodeEntities,
  decodePercents,
  decodeUrlDefence2,
  decodeUrlDefence3,
  decodeSophos,
  decodeQuotedPrintable,
];

/**
 * A text as it stands, then as it may have been before mail programs worked on it; what is nearest to
 * the text comes first.
 */
export function spellingsOf(text: string): readonly string[] {
  const spellings = new Set([text]);
  let layer: readonly string[] = [text];
  for (let depth = 0; depth < MOST_LAYERS; depth += 1) {
    layer = layer
      .flatMap((spelling) => WAYS_BACK.map((undo) => undo(spelling)))
      .filter((spelling) => !spellings.has(spelling));
    for (const spelling of layer) spellings.add(spelling);
    layer = [...new Set(layer)];
  }
  return [...spellings];
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
  });
}

function decodePercents(text: string): string {
  return text.replace(PERCENT_RUN, decodeOrLeave);
}

/** Mails carry texts like this; who copies a mail's source has it too. */
function decodeQuotedPrintable(text: string): string {
  return text
    .replace(SOFT_BREAK, '')
    .replace(QUOTED_BYTES, (bytes) => decodeOrLeave(bytes.replaceAll('=', '%')));
}

function decodeOrLeave(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes;
  }
}
