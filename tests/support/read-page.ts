import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** An element of a page, with all the text that is in it. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A page as a reader or a program finds it. */
export interface ReadPage {
  readonly title: string;
  /** Of `<html lang>`. */
  readonly language: string;
  readonly heading: string;
  /** All elements with this tag, `*` for any, in the order in which they stand. */
  all(tag: string): readonly PageElement[];
  /** Those of them that are in `<main>`. */
  inMain(tag: string): readonly PageElement[];
}

/** Reads a page as a browser does that runs no scripts. */
export function readPage(html: string): ReadPage {
  const document = parse(html);
  const all = (tag: string) => findElements(document, tag).map(describeElement);
  return {
    title: textOf(all('title')[0]),
    language: all('html')[0]?.attributes['lang'] ?? '',
    heading: textOf(all('h1')[0]),
    all,
    inMain: (tag) =>
      findElements(document, 'main').flatMap((main) =>
        findElements(main, tag).map(describeElement),
      ),
  };
}

function findElements(node: Node, tag: string): DefaultTreeAdapterTypes.Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => [
    ...('tagName' in child && [child.tagName, '*'].includes(tag) ? [child] : []),
    ...findElements(child, tag),
  ]);
}

function describeElement(element: DefaultTreeAdapterTypes.Element): PageElement {
  const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
  return { tag: element.tagName, attributes, text: readText(element) };
}

function readText(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(readText).join('') : '';
}

function textOf(element: PageElement | undefined): string {
  return element?.text ?? '';
}
