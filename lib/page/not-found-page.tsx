import { Layout } from './layout.tsx';
import { Paragraphs } from './paragraphs.tsx';
import type { PageView } from './page-view.ts';

/** For an address that leads nowhere (404). */
export function NotFoundPage({ view }: { readonly view: PageView }) {
  const { notFound, noPage, ifTyped, ifFollowed } = view.words.unavailable;
  return (
    <Layout view={view} title={notFound}>
      <Paragraphs texts={[noPage, ifTyped, ifFollowed]} />
    </Layout>
  );
}
