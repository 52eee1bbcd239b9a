import { findAll, readHtml, type HtmlElement } from './read-html.ts';

/** A page as a reader or a program finds it. */
export interface ReadPage {
  readonly title: string;
  /** Of `<html lang>`. */
  readonly language: string;
  readonly heading: string;
  readonly elements: readonly HtmlElement[];
  /** All elements with this tag, in the order in which they stand. */
  all(tag: string): readonly HtmlElement[];
  /** Those of them that are in `<main>`. */
  inMain(tag: string): readonly HtmlElement[];
}

/** Reads a page as a browser does that runs no scripts. */
export function readPage(html: string): ReadPage {
  const root = readHtml(html);
  return {
    title: findAll(root, 'title', 'head')[0]?.text ?? '',
    language: root.attributes['lang'] ?? '',
    heading: findAll(root, 'h1')[0]?.text ?? '',
    elements: root.elements,
    all: (tag) => findAll(root, tag),
    inMain: (tag) => findAll(root, tag, 'main'),
  };
}
