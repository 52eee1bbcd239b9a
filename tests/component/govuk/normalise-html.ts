import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that stand in a line of text, where white space beside them separates words. */
const INLINE = new Set(['a', 'b', 'em', 'span', 'strong', '#text']);

/**
 * HTML as an indented tree in which equal means equal to a browser: attributes in alphabetical
 * order, and no white space but the kind that separates words. Elements whose whole `class` is one
 * of `leaveOut` are passed over with all that is in them.
 */
export function normaliseHtml(html: string, leaveOut: readonly string[] = []): string {
  return describe(parseFragment(html).childNodes, { leaveOut, keepEdges: false }).join('\n');
}

interface Manner {
  readonly leaveOut: readonly string[];
  readonly keepEdges: boolean;
}

function describe(siblings: readonly Node[], manner: Manner): string[] {
  return siblings.flatMap((node, index) => {
    if ('value' in node) {
      const [before, after] = [siblings[index - 1], siblings[index + 1]];
      const { keepEdges } = manner;
      return describeText(node.value, isInline(before, keepEdges), isInline(after, keepEdges));
    }
    return 'tagName' in node ? describeElement(node, manner) : [];
  });
}

function describeText(value: string, afterWord: boolean, beforeWord: boolean): string[] {
  let text = value.replaceAll(/[ \n\r\t]+/g, ' ');
  if (!afterWord) text = text.trimStart();
  if (!beforeWord) text = text.trimEnd();
  return text === '' ? [] : [JSON.stringify(text)];
}

function isInline(neighbour: Node | undefined, keepEdges: boolean): boolean {
  return neighbour ? INLINE.has(neighbour.nodeName) : keepEdges;
}

function describeElement(element: Element, manner: Manner): string[] {
  const classes = element.attrs.find(({ name }) => name === 'class')?.value ?? '';
  if (manner.leaveOut.includes(classes)) return [];
  const attributes = element.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
  // At the edges of an element white space is layout, except where a screen reader needs it.
  const keepEdges = classes.split(' ').includes('govuk-visually-hidden');
  return [
    `<${element.tagName}${attributes.sort().join('')}>`,
    ...describe(element.childNodes, { ...manner, keepEdges }).map((line) => `  ${line}`),
  ];
}
