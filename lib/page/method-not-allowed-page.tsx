import { Layout } from './layout.tsx';
import type { PageView } from './page-view.ts';
import { Paragraphs } from './paragraphs.tsx';

/** For a method that a page does not take (405). */
export function MethodNotAllowedPage({ view }: { readonly view: PageView }) {
  const { methodNotAllowed, cannotDoThat, openLinkAgain } = view.words.refusal;
  return (
    <Layout view={view} title={methodNotAllowed}>
      <Paragraphs texts={[cannotDoThat, openLinkAgain]} />
    </Layout>
  );
}
