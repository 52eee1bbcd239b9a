import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server.edge';

/** HTML for React's `dangerouslySetInnerHTML`; safe because React has made it. */
export interface RenderedHtml {
  readonly __html: string;
}

/**
 * Renders a part that is the same on many pages once for each key, not once for each page. It must
 * depend on nothing but the key, and there must be few keys.
 */
export function renderedOnce<Key extends object>(
  render: (key: Key) => ReactElement,
): (key: Key) => RenderedHtml {
  const rendered = new WeakMap<Key, RenderedHtml>();
  return (key) => {
    const known = rendered.get(key);
    if (known !== undefined) return known;
    const html = { __html: renderToStaticMarkup(render(key)) };
    rendered.set(key, html);
    return html;
  };
}
