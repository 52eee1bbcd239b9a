import { parseRegExpLiteral, visitRegExpAST, type AST } from '@eslint-community/regexpp';

/** Makes a text of about so many characters. */
export type WorstText = (length: number) => string;

/** A repetition that ends after so many cannot cost much. */
const FEW = 20;
const MOST_ENDS = 3;

/** All of ASCII, and others of the kinds that expressions ask for. */
const CHARACTERS = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...['\u00A0', '\u00AD', 'é', '\u0301', 'ſ', '٣', '\u200B', '\u2028', '\uFFFF', '😀'],
];

/**
 * The texts that a backtracking matcher likes least: for each endless repetition of an expression
 * what leads up to it, what it repeats in any way that its neighbours might take too, and an end at
 * which it fails.
 */
export function worstTexts(regExp: RegExp): WorstText[] {
  const pattern = new Pattern(regExp);
  const made = pattern.endlessRepetitions().flatMap((repetition) => {
    const lead = pattern.textBefore(repetition);
    const repeated = [...pattern.textsOf(repetition.element), lead];
    const pumps = [...repeated, ...repeated.map((text) => lead + text)];
    const ends = ['', ...pattern.failuresOf(repetition.element).slice(0, MOST_ENDS)];
    return ['', lead].flatMap((start) =>
      pumps.flatMap((pump) => ends.map((end) => [start, pump, end] as const)),
    );
  });
  const distinct = new Map(made.map((parts) => [JSON.stringify(parts), parts]));
  return [...distinct.values()]
    .filter(([, pump]) => pump !== '')
    .map(
      ([start, pump, end]) =>
        (length) =>
          start + pump.repeat(Math.ceil(length / pump.length)) + end,
    );
}

/** An expression, and texts that its parts take. */
class Pattern {
  readonly #root: AST.RegExpLiteral;
  readonly #flags: string;
  /** One character of each kind that the expression tells apart. */
  readonly #kinds: readonly string[];

  constructor(regExp: RegExp) {
    this.#root = parseRegExpLiteral(regExp);
    this.#flags = regExp.flags.replace(/[gy]/g, '');
    this.#kinds = this.#findKinds();
  }

  endlessRepetitions(): AST.Quantifier[] {
    const found: AST.Quantifier[] = [];
    visitRegExpAST(this.#root, {
      onQuantifierEnter: (node) => {
        if (node.max > FEW) found.push(node);
      },
    });
    return found;
  }

  /** A short text that all takes which stands before a part. */
  textBefore(part: AST.Node): string {
    const { parent } = part;
    if (parent === null) return '';
    const before =
      parent.type === 'Alternative'
        ? parent.elements.slice(
            0,
            parent.elements.findIndex((element) => element === part),
          )
        : [];
    return this.textBefore(parent) + before.map((element) => this.#textOf(element)).join('');
  }

  /** Short texts that an element takes, of every kind. */
  textsOf(element: AST.Element): string[] {
    const characters = this.#kinds.filter((kind) => this.#takes(element.raw, kind));
    if (element.type !== 'Group' && element.type !== 'CapturingGroup') return characters;
    return [...characters, ...element.alternatives.map((each) => this.#textOfAll(each))];
  }

  /** Characters that an element does not take. */
  failuresOf(element: AST.Element): string[] {
    return this.#kinds.filter((kind) => !this.#takes(element.raw, kind));
  }

  #textOf(element: AST.Element): string {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.#textOfAll(element.alternatives[0]);
      case 'Quantifier':
        return this.#textOf(element.element).repeat(element.min);
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.#kinds.find((kind) => this.#takes(element.raw, kind)) ?? '';
      case 'Assertion':
      case 'Backreference':
        return '';
    }
  }

  #textOfAll(alternative: AST.Alternative | undefined): string {
    return alternative?.elements.map((element) => this.#textOf(element)).join('') ?? '';
  }

  #takes(raw: string, text: string): boolean {
    return new RegExp(`^(?:${raw})$`, this.#flags).test(text);
  }

  #findKinds(): string[] {
    const sets = new Set<string>();
    const characters = new Set(CHARACTERS);
    visitRegExpAST(this.#root, {
      onCharacterEnter: ({ raw, value, parent }) => {
        characters.add(String.fromCodePoint(value));
        if (parent.type === 'Alternative' || parent.type === 'Quantifier') sets.add(raw);
      },
      onCharacterSetEnter: ({ raw }) => void sets.add(raw),
      onCharacterClassEnter: ({ raw }) => void sets.add(raw),
      onExpressionCharacterClassEnter: ({ raw }) => void sets.add(raw),
    });
    const kinds = new Map<string, string>();
    for (const character of characters) {
      const kind = [...sets].map((set) => Number(this.#takes(set, character))).join('');
      if (!kinds.has(kind)) kinds.set(kind, character);
    }
    return [...kinds.values()];
  }
}
