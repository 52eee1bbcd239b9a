import { Layout } from './layout.tsx';
import type { PageView } from './page-view.ts';
import { Paragraphs } from './paragraphs.tsx';

/** For a request that is malformed (400), too large (413) or of a wrong type (415). */
export function RequestNotAcceptedPage({ view }: { readonly view: PageView }) {
  const { notAccepted, cannotRead, openLinkAgain } = view.words.refusal;
  return (
    <Layout view={view} title={notAccepted}>
      <Paragraphs texts={[cannotRead, openLinkAgain]} />
    </Layout>
  );
}
