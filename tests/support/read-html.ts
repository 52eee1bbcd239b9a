import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** An element as a browser would see it. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text in it, entities decoded. */
  readonly text: string;
  /** Every element in it, in the order of the page. */
  readonly elements: readonly HtmlElement[];
}

/** Parses a page as the HTML standard says, which forgives what is wrong as browsers do. */
export function readHtml(html: string): HtmlElement {
  const [root] = elementsOf(parse(html));
  if (root === undefined) throw new Error('no element in this HTML');
  return root;
}

/** The elements of a tag, in the order of the page; `within` narrows them to those in a parent. */
export function findAll(page: HtmlElement, tag: string, within?: string): readonly HtmlElement[] {
  if (within === undefined) return page.elements.filter((element) => element.tag === tag);
  return findAll(page, within).flatMap((parent) => findAll(parent, tag));
}

function elementsOf(node: Node): HtmlElement[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const elements = elementsOf(child);
    const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
    return [{ tag: child.tagName, attributes, text: textOf(child), elements }, ...elements];
  });
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
