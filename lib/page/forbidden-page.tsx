import { GoBackToConfirm } from './go-back-to-confirm.tsx';
import { Layout } from './layout.tsx';
import type { PageView } from './page-view.ts';
import { Paragraphs } from './paragraphs.tsx';

interface ForbiddenPageProps {
  readonly view: PageView;
  /** Where our own form is. */
  readonly goBackUrl?: string | undefined;
}

/** For a form that another website may have sent in the reader's name (403). */
export function ForbiddenPage({ view, goBackUrl }: ForbiddenPageProps) {
  const { formRefused, formFromElsewhere, fillInAgain } = view.words.refusal;
  return (
    <Layout view={view} title={formRefused}>
      <Paragraphs texts={[formFromElsewhere, fillInAgain]} />
      <GoBackToConfirm view={view} url={goBackUrl} />
    </Layout>
  );
}
